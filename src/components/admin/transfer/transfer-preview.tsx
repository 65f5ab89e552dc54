"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ArchiveX, ArrowRightLeft, History } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { SkeletonBlock } from "@/components/ui/skeleton";
import type { TransferPreview as Preview, TransferUserInput } from "@/domain/platform";
import { useTRPC } from "@/trpc/client";

/** What the transfer would do, read anew for each choice; nothing before a school is chosen. */
export function useTransferPreview(input: TransferUserInput | undefined) {
  const trpc = useTRPC();
  return useQuery({
    ...trpc.platform.previewTransfer.queryOptions(
      input ?? { organizationId: "", userId: "", toOrganizationId: "" },
    ),
    enabled: input !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
    // What is shown after it was done is what it did.
    refetchOnWindowFocus: false,
  });
}

/** In three parts what moves, what stays and what is closed, or what stands against it. */
export function TransferPreview({ query }: { query: ReturnType<typeof useTransferPreview> }) {
  const t = useTranslations("transfer");
  const tUi = useTranslations("ui");
  const tErrors = useTranslations("errors");
  const errorText = useErrorText();
  const { data, error, refetch } = query;
  if (error)
    return (
      <Callout
        tone="danger"
        role="alert"
        actions={
          <Button size="sm" onPress={() => void refetch()}>
            {tUi("tryAgain")}
          </Button>
        }
      >
        {errorText(error).message}
      </Callout>
    );
  if (!data) return <SkeletonBlock label={t("loading")} lines={6} />;
  const { refusal } = data;
  type Key = Parameters<typeof tErrors>[0];
  return (
    <div role="status" className="grid gap-4">
      {refusal ? (
        <Callout tone="warning" title={t("refused")}>
          {tErrors.has(refusal.key as Key) ? tErrors(refusal.key as Key, refusal.values) : tErrors("failed")}
        </Callout>
      ) : null}
      <TransferEffects preview={data} />
    </div>
  );
}

/** What a transfer does, with counts and names. */
export function TransferEffects({ preview }: { preview: Preview }) {
  const t = useTranslations("transfer");
  const tRole = useTranslations("roles");
  const closing = useClosing(preview);
  const { from, to, role, stays } = preview;
  return (
    <div className="grid grid-cols-1 divide-line rounded-lg border border-line max-md:divide-y md:grid-cols-3 md:divide-x">
      <Part
        icon={<ArrowRightLeft />}
        title={t("moves.title")}
        items={[t("moves.person", { school: to.name, role: tRole(role) }), t("moves.account")]}
      />
      <Part
        icon={<History />}
        title={t("stays.title", { school: from.name })}
        items={[
          t("stays.enrollments", { count: stays.enrollments }),
          t("stays.events", { count: stays.events }),
        ]}
      />
      <Part
        icon={<ArchiveX />}
        title={t("closes.title")}
        items={closing.length > 0 ? closing : [t("closes.nothing")]}
      />
    </div>
  );
}

const NAMED = 6;

function useClosing({ closes, from, to }: Preview): ReactNode[] {
  const t = useTranslations("transfer.closes");
  const tUi = useTranslations("ui");
  const named = (names: readonly string[]) => {
    const shown = names.slice(0, NAMED).join(", ");
    return names.length > NAMED ? tUi("andMore", { shown, count: names.length - NAMED }) : shown;
  };
  const seats = closes.enrollments.filter(({ isWaiting }) => !isWaiting).map(({ name }) => name);
  const waiting = closes.enrollments.filter(({ isWaiting }) => isWaiting).map(({ name }) => name);
  const helped = closes.coached.filter(({ isLead }) => !isLead).map(({ name }) => name);
  const { invitations, apiKeys, sessions } = closes;
  return [
    seats.length > 0 && t("enrollments", { count: seats.length, names: named(seats) }),
    waiting.length > 0 && t("waiting", { count: waiting.length, names: named(waiting) }),
    helped.length > 0 && t("helped", { count: helped.length, names: named(helped) }),
    ...closes.coached
      .filter(({ isLead }) => isLead)
      .map(({ name, successor }) =>
        successor ? t("led", { name, successor: successor.name }) : t("ledByNobody", { name }),
      ),
    invitations.from > 0 && t("invitations", { count: invitations.from, school: from.name }),
    invitations.to > 0 && t("invitations", { count: invitations.to, school: to.name }),
    apiKeys.length > 0 &&
      t("apiKeys", { count: apiKeys.length, names: named(apiKeys.map(({ name }) => name)) }),
    sessions > 0 && t("sessions", { count: sessions }),
  ].filter((line) => line !== false);
}

function Part({ icon, title, items }: { icon: ReactNode; title: string; items: readonly ReactNode[] }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0 p-4">
      <h2 id={id} className="flex items-center gap-2 text-sm font-strong [&>svg]:text-icon">
        {icon}
        {title}
      </h2>
      <ul className="mt-2 grid list-disc gap-1.5 pl-5 text-sm text-ink-2">
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one answer, which never move
          <li key={index} className="[overflow-wrap:anywhere]">
            {item}
          </li>
        ))}
      </ul>
    </section>
  );
}
