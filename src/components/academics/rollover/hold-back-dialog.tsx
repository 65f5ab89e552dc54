"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { SearchField } from "@/components/ui/search-field";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import type { OldSection } from "./types";

export interface HoldBackDialogProps {
  section: OldSection;
  title: string;
  chosen: ReadonlySet<string>;
  onChoose: (ids: ReadonlySet<string>) => void;
  onClose: () => void;
}

/** Who of a section stays in the grade: ticked one by one, found by name. */
export default function HoldBackDialog({ section, title, chosen, onChoose, onClose }: HoldBackDialogProps) {
  const t = useTranslations("rollover.holdBack");
  const tUi = useTranslations("ui");
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const [ids, setIds] = useState(chosen);
  const { data } = useQuery(
    trpc.rollover.students.queryOptions(
      { sectionId: section.id, search },
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <Dialog
      open
      dismissable={false}
      onOpenChange={(open) => open || onClose()}
      title={t("title", { section: title })}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {tUi("cancel")}
          </Button>
          <Button variant="primary" onPress={() => onChoose(ids)}>
            {t("choose", { count: ids.size })}
          </Button>
        </>
      }
    >
      <p className="text-sm text-ink-2">{t("body")}</p>
      <SearchField label={t("search")} value={search} shortcut={null} onSearch={setSearch} />
      {data ? (
        <fieldset className="grid gap-2">
          <legend className="sr-only">{t("students")}</legend>
          {data.length === 0 ? <p className="text-sm text-ink-3">{t("nobody", { search })}</p> : null}
          {data.map(({ id, name, code }) => (
            <Checkbox
              key={id}
              checked={ids.has(id)}
              hint={code}
              onChange={({ currentTarget: { checked } }) => {
                const next = new Set(ids);
                if (checked) next.add(id);
                else next.delete(id);
                setIds(next);
              }}
            >
              {name}
            </Checkbox>
          ))}
        </fieldset>
      ) : (
        <SkeletonBlock label={t("loading")} lines={5} />
      )}
    </Dialog>
  );
}
