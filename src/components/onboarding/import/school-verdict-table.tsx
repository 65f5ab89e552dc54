"use client";

import { Check, CircleX, Copy, Globe, MailCheck, Tag } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { PageButtons } from "@/components/invitations/page-buttons";
import { PersonCell } from "@/components/invitations/person-cell";
import { usePages } from "@/components/invitations/use-pages";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { CountGroups } from "@/components/ui/count-groups";
import { DataTable } from "@/components/ui/data-table";
import type { Column } from "@/components/ui/table-types";
import { countSchoolVerdicts, type SchoolVerdict, type SchoolVerdictCode } from "@/domain/onboarding-list";
import { useSchoolReason } from "./verdict-words";

type Group = "all" | SchoolVerdictCode;

const LOOKS: Record<SchoolVerdictCode, { tone: BadgeTone; icon: ReactNode }> = {
  ok: { tone: "success", icon: <Check /> },
  already_invited: { tone: "neutral", icon: <MailCheck /> },
  repeated: { tone: "neutral", icon: <Copy /> },
  name_missing: { tone: "danger", icon: <CircleX /> },
  name_too_long: { tone: "danger", icon: <CircleX /> },
  malformed_email: { tone: "danger", icon: <CircleX /> },
  slug_malformed: { tone: "warning", icon: <Globe /> },
  slug_reserved: { tone: "warning", icon: <Globe /> },
  slug_taken: { tone: "warning", icon: <Globe /> },
  unknown_plan: { tone: "warning", icon: <Tag /> },
};

/** What would become of each school: counts by verdict, and the lines behind each count. */
export function SchoolVerdictTable({ verdicts }: { verdicts: readonly SchoolVerdict[] }) {
  const t = useTranslations("schoolImport");
  const heading = useRef<HTMLHeadingElement>(null);
  const [group, setGroup] = useState<Group>("all");
  const counts = countSchoolVerdicts(verdicts);
  const current = counts.some(({ code }) => code === group) ? group : "all";
  const { shown, pager } = usePages(verdicts.filter(({ code }) => current === "all" || code === current));
  const columns = useColumns();
  // A fresh check is what one waits for: the focus goes to it, also where it lies below the form.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each check
  useEffect(() => heading.current?.focus(), [verdicts]);
  return (
    <section aria-labelledby="checked" className="grid min-w-0 grid-cols-1 content-start gap-2">
      <h2 id="checked" ref={heading} tabIndex={-1}>
        {t("checked", { count: verdicts.length })}
      </h2>
      <CountGroups<Group>
        label={t("filter")}
        value={current}
        onChange={(value) => {
          setGroup(value);
          pager.setPage(0);
        }}
        groups={[
          { value: "all", label: t("all"), count: verdicts.length },
          ...counts.map(({ code, count }) => ({ value: code, label: t(`codes.${code}`), count })),
        ]}
      />
      <DataTable
        boxed
        caption={t("caption")}
        columns={columns}
        rows={shown}
        rowKey={({ line }) => String(line)}
        rowLabel={({ name }) => name}
      />
      <PageButtons pager={pager} />
    </section>
  );
}

function useColumns(): Column<SchoolVerdict>[] {
  const t = useTranslations("schoolImport");
  const tTier = useTranslations("tiers");
  const reasonOf = useSchoolReason();
  return [
    {
      id: "line",
      header: t("line"),
      align: "end",
      from: "sm",
      width: "3.5rem",
      cell: ({ line }) => <span className="text-xs text-ink-3">{line}</span>,
    },
    {
      id: "school",
      header: t("school"),
      rowHeader: true,
      cell: ({ name, email, slug, plan }) => (
        <PersonCell name={name} email={email} narrow={[slug, plan && tTier(plan)]} />
      ),
    },
    { id: "slug", header: t("slug"), from: "sm", cell: ({ slug }) => slug || "–" },
    {
      id: "plan",
      header: t("plan"),
      from: "sm",
      nowrap: true,
      cell: ({ plan, planText }) => (plan ? tTier(plan) : planText),
    },
    {
      id: "verdict",
      header: t("verdict"),
      cell: (verdict) => (
        <>
          <Badge tone={LOOKS[verdict.code].tone} icon={LOOKS[verdict.code].icon}>
            {t(`codes.${verdict.code}`)}
          </Badge>
          {verdict.code === "ok" ? null : (
            <span className="mt-0.5 block max-w-60 text-xs text-ink-3">{reasonOf(verdict)}</span>
          )}
        </>
      ),
    },
  ];
}
