"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { CountGroups } from "@/components/ui/count-groups";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Switch } from "@/components/ui/switch";
import type { Column } from "@/components/ui/table-types";
import {
  countVerdicts,
  type InvitationVerdict,
  isRefused,
  type VerdictCode,
} from "@/domain/invitation-verdict";
import { PageButtons } from "./page-buttons";
import { PersonCell } from "./person-cell";
import { usePages } from "./use-pages";
import { needsYou, VerdictBadge } from "./verdict-badge";
import { useVerdictReason } from "./verdict-words";

type Group = "all" | VerdictCode;

/** What would become of each line: counts by verdict, and the lines behind each count. */
export function VerdictTable({ verdicts }: { verdicts: readonly InvitationVerdict[] }) {
  const t = useTranslations("invitations.new");
  const tLabel = useTranslations("verdicts.label");
  const heading = useRef<HTMLHeadingElement>(null);
  const [group, setGroup] = useState<Group>("all");
  const [onlyMine, setOnlyMine] = useState(false);
  const counts = countVerdicts(verdicts);
  const current = counts.some(({ code }) => code === group) ? group : "all";
  const { shown, pager } = usePages(
    verdicts.filter(({ code }) => (current === "all" || code === current) && (!onlyMine || needsYou(code))),
  );
  const columns = useVerdictColumns();
  // A fresh check is what one waits for: the focus goes to it, also where it lies below the form.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each check
  useEffect(() => heading.current?.focus(), [verdicts]);
  return (
    <section aria-labelledby="checked" className="grid min-w-0 grid-cols-1 content-start gap-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 id="checked" ref={heading} tabIndex={-1}>
          {t("checked", { count: verdicts.length })}
        </h2>
        <Switch isOn={onlyMine} onSwitch={setOnlyMine}>
          {t("onlyMine")}
        </Switch>
      </div>
      <CountGroups<Group>
        label={t("filter")}
        value={current}
        onChange={(value) => {
          setGroup(value);
          pager.setPage(0);
        }}
        groups={[
          { value: "all", label: t("all"), count: verdicts.length },
          ...counts.map(({ code, count }) => ({ value: code, label: tLabel(code), count })),
        ]}
      />
      <DataTable
        boxed
        caption={t("caption")}
        columns={columns}
        rows={shown}
        rowKey={({ line }) => String(line)}
        rowLabel={({ email }) => email}
        empty={
          <EmptyState drawing="people" title={t("nothingHere")}>
            {t("nothingHereBody")}
          </EmptyState>
        }
      />
      <PageButtons pager={pager} />
    </section>
  );
}

function useVerdictColumns(): Column<InvitationVerdict>[] {
  const t = useTranslations("invitations.new");
  const tRole = useTranslations("roles");
  const reasonOf = useVerdictReason();
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
      id: "person",
      header: t("person"),
      rowHeader: true,
      cell: ({ name, email, role, roleText, className }) => (
        <PersonCell name={name} email={email} narrow={[role ? tRole(role) : roleText, className]} />
      ),
    },
    {
      id: "role",
      header: t("roleColumn"),
      from: "sm",
      cell: ({ role, roleText }) => (role ? tRole(role) : roleText || "–"),
    },
    { id: "class", header: t("classColumn"), from: "sm", cell: ({ className }) => className || "–" },
    {
      id: "verdict",
      header: t("verdict"),
      cell: (verdict) => (
        <>
          <VerdictBadge code={verdict.code} />
          {isRefused(verdict.code) ? (
            <span className="mt-0.5 block max-w-60 text-xs text-ink-3">{reasonOf(verdict)}</span>
          ) : null}
        </>
      ),
    },
  ];
}
