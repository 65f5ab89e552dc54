"use client";

import { useTranslations } from "next-intl";
import { SearchOptions } from "@/components/ui/search-options";
import { AUDIT_OUTSIDERS } from "@/domain/audit-list";
import type { AuditUrl } from "./audit-url";
import { useLog } from "./log-source";

export interface ActorFilterProps {
  actor: AuditUrl["actor"];
  /** The school whose people are offered, where the log is of many. */
  school: AuditUrl["school"];
  onChange: (actor: AuditUrl["actor"]) => void;
}

/** Those who may have done something, with a search among everybody. */
export default function ActorOptions({ actor, school, onChange }: ActorFilterProps) {
  const t = useTranslations("auditLog");
  const { people, search } = useLog().useActors(school);
  const outsiders = AUDIT_OUTSIDERS.map((id) => ({
    id,
    label: t(`actors.${id}`),
    detail: t(`actorHints.${id}`),
  }));
  return (
    <SearchOptions
      label={t("columns.who")}
      searchLabel={t("searchPeople")}
      items={[...outsiders, ...people]}
      onSearch={search}
      chosen={actor}
      onChoose={(id) => onChange(id as AuditUrl["actor"])}
    />
  );
}
