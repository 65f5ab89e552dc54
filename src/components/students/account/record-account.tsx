"use client";

import { useQuery } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { useDay } from "@/components/use-day";
import { personHref } from "@/components/users/users-url";
import { useTRPC } from "@/trpc/client";
import { type AccountRecord, useAccountActions } from "./use-account-actions";

const LinkAccountDialog = lazy(() => import("./link-account-dialog"));
const InviteRecordDialog = lazy(() => import("./invite-record-dialog"));
const RecordInvitation = lazy(() => import("./record-invitation"));

export interface RecordAccountProps {
  record: AccountRecord;
  /** May be linked, invited and unlinked: the record is open. */
  edits: boolean;
}

type State = inferOutput<ReturnType<typeof useTRPC>["recordAccount"]["get"]>;

/** How a record's person signs in: the account, else the invitation that waits, else what can be done about it. */
export function RecordAccount({ record, edits }: RecordAccountProps) {
  const t = useTranslations("students.account");
  const trpc = useTRPC();
  const { kind, id } = record;
  const { data: state, error } = useQuery(trpc.recordAccount.get.queryOptions({ kind, id }));
  if (error) return <p className="text-sm text-ink-3">{t("failed")}</p>;
  if (!state) return <p className="text-sm text-ink-3">{t("loading")}</p>;
  if (state.account && !state.account.hasLeft)
    return <Linked record={record} account={state.account} edits={edits} />;
  return (
    <div className="grid justify-items-start gap-2 text-sm">
      {state.account ? <p>{t("left", { name: state.account.name, email: state.account.email })}</p> : null}
      {state.invitation ? (
        <Suspense fallback={<Invited invitation={state.invitation} />}>
          <RecordInvitation invitation={state.invitation} edits={edits}>
            <Invited invitation={state.invitation} />
          </RecordInvitation>
        </Suspense>
      ) : (
        <Nobody record={record} state={state} edits={edits} />
      )}
    </div>
  );
}

function Linked(props: RecordAccountProps & { account: NonNullable<State["account"]> }) {
  const t = useTranslations("students.account");
  const { record, account, edits } = props;
  const actions = useAccountActions(record);
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <Link href={personHref(account.id)}>{account.name}</Link> · {account.email}
      </span>
      {account.status === "suspended" ? <Badge tone="warning">{t("suspended")}</Badge> : null}
      {edits ? (
        <Button
          size="sm"
          variant="quiet"
          pending={actions.unlinking}
          aria-label={t("unlinkNamed", { name: record.name })}
          onPress={() => void actions.unlink(account.id)}
        >
          {t("unlink")}
        </Button>
      ) : null}
    </div>
  );
}

/** To which address, since when, and whether it is of use still. */
function Invited({ invitation }: { invitation: NonNullable<State["invitation"]> }) {
  const t = useTranslations("students.account");
  const { day } = useDay();
  const { email, sentAt, createdAt, status, delivery, expiresAt } = invitation;
  return (
    <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 [overflow-wrap:anywhere]">
      {t("invited", { date: day(sentAt ?? createdAt), email })}
      {status === "expired" ? (
        <Badge tone="warning">{t("expired", { date: day(expiresAt) })}</Badge>
      ) : delivery === "failed" ? (
        <Badge tone="danger">{t("undelivered")}</Badge>
      ) : null}
    </p>
  );
}

function Nobody({ record, state, edits }: RecordAccountProps & { state: State }) {
  const t = useTranslations("students.account");
  const [asked, setAsked] = useState<"link" | "invite" | null>(null);
  const { name } = record;
  const close = () => setAsked(null);
  return (
    <>
      <p className="text-ink-3">{t("none")}</p>
      {edits ? (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" aria-label={t("inviteNamed", { name })} onPress={() => setAsked("invite")}>
            {t("invite")}
          </Button>
          <Button size="sm" aria-label={t("linkNamed", { name })} onPress={() => setAsked("link")}>
            {t("link")}
          </Button>
        </div>
      ) : null}
      <Suspense fallback={null}>
        {asked === "link" ? <LinkAccountDialog record={record} onClose={close} /> : null}
        {asked === "invite" ? (
          <InviteRecordDialog
            record={record}
            email={state.email}
            onLink={() => setAsked("link")}
            onClose={close}
          />
        ) : null}
      </Suspense>
    </>
  );
}
