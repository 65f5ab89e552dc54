"use client";

import { CirclePlus, CircleX, Equal, Pencil, TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type CountPart, CountStrip } from "@/components/ui/count-strip";
import { importHref, type RowGroup } from "../import-url";
import type { ImportDetail } from "../types";

/** How many rows are new, changed, unchanged and wrong; each count leads to its rows. */
export function GroupStrip({ detail, group }: { detail: ImportDetail; group: RowGroup }) {
  const t = useTranslations("studentImport.groups");
  const format = useFormatter();
  const { counts, id } = detail;
  const { error = 0, warned = 0, fields = 0 } = counts;
  const part = (value: RowGroup, count = 0): Pick<CountPart, "label" | "count" | "href" | "current"> => ({
    label: t(value),
    count: format.number(count),
    href: importHref(id, { group: value }),
    current: group === value,
  });
  return (
    <CountStrip
      label={t("label")}
      parts={[
        { ...part("new", counts.new), icon: <CirclePlus />, tone: "success", note: t("newNote") },
        {
          ...part("changed", counts.changed),
          ...{ icon: <Pencil />, tone: "warning", note: t("changedNote", { fields }) },
        },
        { ...part("unchanged", counts.unchanged), icon: <Equal />, note: t("unchangedNote") },
        {
          ...part("error", error),
          ...{ icon: <CircleX />, tone: error > 0 ? "danger" : "neutral", note: t("errorNote") },
        },
        ...(warned > 0
          ? [
              {
                ...part("odd", warned),
                icon: <TriangleAlert />,
                tone: "warning",
                note: t("oddNote"),
              } as const,
            ]
          : []),
      ]}
    />
  );
}
