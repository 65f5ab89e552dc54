"use client";

import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { SkeletonBlock } from "@/components/ui/skeleton";
import type { Area, ClassTab } from "../class-url";
import { useRosterColumns } from "./roster-columns";

/** A part of the page that is not here yet, in its final shape. */
export function TabSkeleton({ tab, area }: { tab: ClassTab; area: Area }) {
  const t = useTranslations("classes");
  if (tab === "roster") return <RosterSkeleton area={area} />;
  return <SkeletonBlock label={t("loading")} lines={6} />;
}

function RosterSkeleton({ area }: { area: Area }) {
  const t = useTranslations("classes.roster");
  const columns = useRosterColumns(area);
  return (
    <div className="flex flex-col gap-4">
      <div className="h-(--control-h)" />
      <DataTable
        boxed
        caption={t("loading")}
        columns={columns}
        rows={[]}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        selection={{ selected: new Set(), onChange: () => undefined }}
        skeletonRows={10}
      />
    </div>
  );
}
