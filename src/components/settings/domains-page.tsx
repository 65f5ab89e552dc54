"use client";

import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { Section } from "@/components/ui/section";
import { StatusDot } from "@/components/ui/status-dot";
import { useTRPC } from "@/trpc/client";
import { AddDomain } from "./add-domain";
import { DomainRow } from "./domain-row";
import { SettingsFrame } from "./settings-frame";
import { useDomains } from "./use-domains";

/** The school's own domains: what shows whose they are, and which one links lead to. */
export function DomainsPage({ isOffered }: { isOffered: boolean }) {
  const t = useTranslations("settings.domains");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.domain.list.queryOptions());
  const refresh = useDomains();
  const add = useMutation(trpc.domain.add.mutationOptions({ onSuccess: refresh }));
  const { platformHost, domains } = data;
  const hasPrimary = domains.some(({ isPrimary }) => isPrimary);
  return (
    <SettingsFrame page="domains">
      <div className="grid max-w-form grid-cols-1 gap-8">
        {isOffered ? null : <Callout>{t("notOffered")}</Callout>}
        <Section title={t("list")} meta={t("listNote")}>
          <ul className="divide-y divide-line rounded-lg border border-line">
            <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
              <span className="min-w-0 flex-1 font-medium [overflow-wrap:anywhere]">{platformHost}</span>
              <span className="text-sm text-ink-3">{t("always")}</span>
              {hasPrimary ? null : <StatusDot>{t("primary")}</StatusDot>}
            </li>
            {domains.map((domain) => (
              <DomainRow key={domain.host} domain={domain} />
            ))}
          </ul>
        </Section>
        <AddDomain onAdd={(host) => add.mutateAsync({ host })} />
      </div>
    </SettingsFrame>
  );
}
