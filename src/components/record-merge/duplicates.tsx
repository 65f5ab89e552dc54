"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/section";
import { formatCedula } from "@/domain/identity/cedula";
import { formatPhone } from "@/domain/identity/phone";
import type { MergeKind } from "@/domain/record-merge-list";
import { useTRPC } from "@/trpc/client";
import { mergeHref } from "./merge-url";

/** Pairs of records that look like one person, the likeliest first. */
export function Duplicates({ kind }: { kind: MergeKind }) {
  const t = useTranslations("recordMerge.duplicates");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.recordMerge.duplicates.queryOptions({ kind }));
  return (
    <Section title={t("title")} meta={data.rows.length > 0 ? t("count", { count: data.rows.length }) : null}>
      {data.rows.length === 0 ? <p className="text-sm text-ink-3">{t("none")}</p> : null}
      {data.rows.length > 0 ? (
        <ul className="divide-y divide-line border-y border-line text-sm">
          {data.rows.map(({ reasons, pair: [one, other] }) =>
            one && other ? (
              <li key={`${one.id} ${other.id}`} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
                <span className="grid min-w-0 flex-[1_1_16rem] gap-0.5">
                  {[one, other].map((record) => (
                    <span key={record.id} className="[overflow-wrap:anywhere]">
                      <span className="font-medium">{record.name}</span>{" "}
                      <span className="text-xs text-ink-3">
                        {[
                          kind === "student" ? record.hint : record.hint && formatPhone(record.hint),
                          record.cedula && formatCedula(record.cedula),
                        ]
                          .filter(Boolean)
                          .join(" · ")}
                      </span>
                    </span>
                  ))}
                </span>
                <span className="flex flex-wrap gap-1">
                  {reasons.map((reason) => (
                    <Badge key={reason}>{t(`reasons.${reason}`)}</Badge>
                  ))}
                </span>
                <ButtonLink
                  size="sm"
                  className="ml-auto"
                  href={mergeHref({ kind, keep: one.id, other: other.id })}
                  aria-label={t("compareNamed", { one: one.name, other: other.name })}
                >
                  {t("compare")}
                </ButtonLink>
              </li>
            ) : null,
          )}
        </ul>
      ) : null}
      {data.hasMore ? <p className="mt-2 text-sm text-ink-3">{t("hasMore")}</p> : null}
    </Section>
  );
}
