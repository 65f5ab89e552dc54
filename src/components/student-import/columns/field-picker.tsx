"use client";

import { ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { cx } from "@/components/ui/cx";
import { Popup } from "@/components/ui/popup";
import { PressButton } from "@/components/ui/press-button";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { useFieldWords } from "../field-words";
import type { ImportColumn } from "../types";
import { LEFT_OUT } from "./use-field-items";

const FieldOptions = lazy(() => import("./field-options"));

export interface FieldPickerProps {
  /** The column's name. */
  column: string;
  columns: readonly ImportColumn[];
  value: string | null;
  onChange: (field: string | null) => void;
}

/** The field of one column: a button that says it, and opens all the others with a search among them. */
export function FieldPicker({ column, columns, value, onChange }: FieldPickerProps) {
  const t = useTranslations("studentImport.columns");
  const { label } = useFieldWords();
  const [open, setOpen] = useState(false);
  const shown = value === null ? t("leaveOut") : label(value);
  return (
    <Popup
      label={t("chooseField", { column })}
      open={open}
      onOpenChange={setOpen}
      className="w-80 max-w-[calc(100vw-2rem)]"
      trigger={
        <PressButton
          aria-label={t("fieldOf", { column, field: shown })}
          className="control flex items-center gap-2 text-left sm:max-w-80"
        >
          <span className={cx("min-w-0 flex-1 truncate", value === null && "text-ink-3")}>{shown}</span>
          <ChevronsUpDown className="text-icon" />
        </PressButton>
      }
    >
      <Suspense fallback={<SkeletonBlock label={t("loadingFields")} lines={4} />}>
        <FieldOptions
          column={column}
          columns={columns}
          chosen={value ?? LEFT_OUT}
          onChoose={(id) => {
            setOpen(false);
            const field = id === LEFT_OUT ? null : id;
            if (field !== value) onChange(field);
          }}
        />
      </Suspense>
    </Popup>
  );
}
