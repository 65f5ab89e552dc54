"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Chip } from "@/components/ui/filter-chip";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { useAlive } from "@/components/ui/use-alive";
import { NO_SCHOOL } from "@/domain/audit-list";
import { isUuid } from "@/lib/ids";
import { useTRPC } from "@/trpc/client";
import type { SchoolFilterProps } from "./school-options";

const SchoolOptions = lazy(() => import("./school-options"));

/** Of which school the events are, or of the platform itself. */
export function SchoolFilter({ school, onChange }: SchoolFilterProps) {
  const t = useTranslations("auditLog");
  const [open, setOpen] = useState(false);
  const name = useSchoolName(school);
  return (
    <Chip
      label={t("columns.school")}
      chosen={school === null ? null : name}
      onClear={() => onChange(null)}
      open={open}
      onOpenChange={setOpen}
    >
      <Suspense fallback={<SkeletonBlock label={t("loadingSchools")} lines={4} />}>
        <SchoolOptions
          school={school}
          onChange={(chosen) => {
            setOpen(false);
            onChange(chosen);
          }}
        />
      </Suspense>
    </Chip>
  );
}

function useSchoolName(school: SchoolFilterProps["school"]): string {
  const t = useTranslations("auditLog");
  const trpc = useTRPC();
  const alive = useAlive();
  const id = isUuid(school) ? school : undefined;
  const { data } = useQuery({
    ...trpc.platformAudit.schools.queryOptions({ id }),
    enabled: alive && id !== undefined,
  });
  return school === NO_SCHOOL ? t("noSchool") : (data?.[0]?.name ?? "…");
}
