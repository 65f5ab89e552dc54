"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { SearchOptions } from "@/components/ui/search-options";
import { NO_SCHOOL } from "@/domain/audit-list";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import type { AuditUrl } from "./audit-url";

export interface SchoolFilterProps {
  school: AuditUrl["school"];
  onChange: (school: AuditUrl["school"]) => void;
}

/** The platform itself and its schools, with a search among all of them. */
export default function SchoolOptions({ school, onChange }: SchoolFilterProps) {
  const t = useTranslations("auditLog");
  const client = useTRPCClient();
  const { data = [] } = useQuery(useTRPC().platformAudit.schools.queryOptions({}));
  const item = ({ id, name, slug }: (typeof data)[number]) => ({ id, label: name, detail: slug });
  return (
    <SearchOptions
      label={t("columns.school")}
      searchLabel={t("searchSchools")}
      items={[{ id: NO_SCHOOL, label: t("noSchool") }, ...data.map(item)]}
      onSearch={async (search, signal) =>
        (await client.platformAudit.schools.query({ search }, { signal })).map(item)
      }
      chosen={school}
      onChoose={(id) => onChange(id as AuditUrl["school"])}
    />
  );
}
