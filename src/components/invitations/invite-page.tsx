"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { useErrorText } from "@/components/error-text";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { Stepper } from "@/components/ui/stepper";
import type { InvitationVerdict } from "@/domain/invitation-verdict";
import type { Role } from "@/domain/roles";
import { useTRPC } from "@/trpc/client";
import { InviteFields } from "./invite-fields";
import { InviteFoot } from "./invite-foot";
import { type Draft, useDraft } from "./use-draft";
import { VerdictTable } from "./verdict-table";

export interface InvitePageProps {
  /** The address of the list. */
  base: string;
  /** Whose draft it is: the next person at this browser does not find it. */
  userId: string;
  /** Roles that the inviter may give, the most usual first. */
  roles: readonly Role[];
  /** Each line must go into one of the classes. */
  needsClass: boolean;
  /** Days that a link works for, unless chosen otherwise. */
  days: number;
  /** When the page was made, so that server and browser write the same dates. */
  now: number;
}

type Checked = { of: string; verdicts: readonly InvitationVerdict[] };

/** The way from a list to its sending: write, check line by line, send. */
export function InvitePage({ base, userId, roles, needsClass, days, now }: InvitePageProps) {
  const t = useTranslations("invitations.new");
  const errorText = useErrorText();
  const router = useRouter();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const listed = useSuspenseQuery(trpc.class.options.queryOptions()).data;
  const classes = listed.filter(({ state }) => state === "active");
  // The page of a class leads here with its id; what is begun for one class is a draft of its own.
  const wanted = useSearchParams().get("class");
  const preset = classes.find(({ id }) => id === wanted)?.id;
  const firstClass = preset ?? (needsClass ? (classes[0]?.id ?? "") : "");
  const empty = useMemo<Draft>(
    () => ({ text: "", role: roles[0] ?? "STUDENT", classId: firstClass, days }),
    [roles, firstClass, days],
  );
  const {
    draft: kept,
    change,
    clear,
  } = useDraft(`invitations.${userId}${preset ? `.${preset}` : ""}`, empty);
  const draft = roles.includes(kept.role) ? kept : { ...kept, role: empty.role };
  const [checked, setChecked] = useState<Checked>();
  const preview = useMutation(trpc.invitation.preview.mutationOptions());
  const send = useMutation(trpc.invitation.send.mutationOptions());

  const input = {
    text: draft.text,
    role: draft.role,
    ...(draft.classId !== "" && { classId: draft.classId }),
    expiresInDays: draft.days,
  };
  const asked = JSON.stringify(input);
  const stale = checked !== undefined && checked.of !== asked;

  // The draft goes when this page does, or the form would empty itself before the next page is there.
  const sent = useRef(false);
  useEffect(
    () => () => {
      if (sent.current) clear();
    },
    [clear],
  );

  function check() {
    if (draft.text.trim() === "" || preview.isPending) return;
    send.reset();
    preview.mutate(input, { onSuccess: (verdicts) => setChecked({ of: asked, verdicts }) });
  }

  function deliver() {
    send.mutate(input, {
      onSuccess: ({ batchId }) => {
        sent.current = true;
        void queryClient.invalidateQueries(trpc.invitation.pathFilter());
        router.push(`${base}/sendings/${batchId}`);
      },
    });
  }

  const error = preview.error ?? send.error;
  return (
    <PageBody>
      <PageHeader
        title={t("title")}
        description={t("intro")}
        aside={
          <Stepper
            label={t("steps")}
            steps={[t("stepList"), t("stepCheck"), t("stepSend")]}
            current={send.isPending || send.isSuccess ? 2 : checked ? 1 : 0}
          />
        }
      />
      {roles.length === 0 || (needsClass && classes.length === 0) ? (
        <div className="py-12">
          <EmptyState
            drawing="classroom"
            title={t(roles.length === 0 ? "noRolesTitle" : "noClassesTitle")}
            actions={<ButtonLink href="/">{t("back")}</ButtonLink>}
          >
            {t(roles.length === 0 ? "noRolesBody" : "noClassesBody")}
          </EmptyState>
        </div>
      ) : (
        <>
          <div
            className={cx(
              "grid grid-cols-1 gap-x-8 gap-y-(--stack)",
              checked ? "lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]" : "max-w-measure",
            )}
          >
            <InviteFields
              draft={draft}
              onChange={change}
              onCheck={check}
              roles={roles}
              classes={classes}
              needsClass={needsClass}
              now={now}
              error={preview.error ? errorText(preview.error).message : undefined}
            />
            {checked ? (
              <div
                aria-busy={preview.isPending}
                className={cx(
                  "grid min-w-0 grid-cols-1 content-start gap-3",
                  stale && "[&_table]:opacity-60",
                )}
              >
                {stale ? (
                  <Callout tone="warning" title={t("stale")}>
                    {t("staleMore")}
                  </Callout>
                ) : null}
                {send.error && error ? (
                  <Callout tone="danger" role="alert">
                    {errorText(error).message}
                  </Callout>
                ) : null}
                <VerdictTable verdicts={checked.verdicts} />
              </div>
            ) : null}
          </div>
          <InviteFoot
            verdicts={stale ? undefined : checked?.verdicts}
            again={stale}
            blank={draft.text.trim() === ""}
            checking={preview.isPending}
            sending={send.isPending || send.isSuccess}
            onCheck={check}
            onSend={deliver}
          />
        </>
      )}
    </PageBody>
  );
}
