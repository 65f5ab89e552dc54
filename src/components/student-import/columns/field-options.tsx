"use client";

import { useTranslations } from "next-intl";
import { SearchOptions } from "@/components/ui/search-options";
import type { ImportColumn } from "../types";
import { useFieldItems } from "./use-field-items";

export interface FieldOptionsProps {
  /** The column's name. */
  column: string;
  /** All columns of the file: a field that one of them has says so. */
  columns: readonly ImportColumn[];
  chosen: string;
  onChoose: (id: string) => void;
}

/** The fields that a column can mean, with a search among them. */
export default function FieldOptions({ column, columns, chosen, onChoose }: FieldOptionsProps) {
  const t = useTranslations("studentImport.columns");
  const items = useFieldItems(columns);
  return (
    <SearchOptions
      label={t("chooseField", { column })}
      searchLabel={t("searchField")}
      items={items}
      chosen={chosen}
      onChoose={(id) => onChoose(id ?? chosen)}
    />
  );
}
