"use client";

import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DataTable } from "@/components/ui/data-table";
import { Dialog } from "@/components/ui/dialog";
import { StatusDot } from "@/components/ui/status-dot";
import { TextField } from "@/components/ui/text-field";
import type { InvitationActions } from "./use-invitation-actions";

export interface ActionDialogsProps {
  actions: InvitationActions;
  /** Invitations that are about to be revoked; none closes the question. */
  revoking: readonly string[];
  onRevoked: () => void;
  onKeep: () => void;
}

/** What the actions on invitations ask and tell. */
export function ActionDialogs({ actions, revoking, onRevoked, onKeep }: ActionDialogsProps) {
  const t = useTranslations("invitations.actions");
  const errorText = useErrorText();
  const count = revoking.length;
  return (
    <>
      <ConfirmDialog
        open={count > 0}
        onOpenChange={(open) => {
          if (!open) onKeep();
        }}
        title={t("revokeTitle", { count })}
        confirmLabel={t("revokeConfirm", { count })}
        onConfirm={async () => {
          await actions.revoke([...revoking]);
          onRevoked();
        }}
        errorMessage={(error) => errorText(error).message}
      >
        <p>{t("revokeBody", { count })}</p>
      </ConfirmDialog>
      <ResultDialog actions={actions} />
      <LinkDialog actions={actions} />
    </>
  );
}

function ResultDialog({ actions }: { actions: InvitationActions }) {
  const t = useTranslations("invitations.actions");
  const { results, forgetResults } = actions;
  const refused = results.filter(({ ok }) => !ok);
  const rows = [...refused, ...results.filter(({ ok }) => ok)];
  return (
    <Dialog
      open={results.length > 0}
      onOpenChange={forgetResults}
      title={t("resultTitle", { refused: refused.length, total: results.length })}
      footer={<Button onPress={forgetResults}>{t("done")}</Button>}
    >
      <p>{refused.length === results.length ? t("resultNone") : t("resultBody")}</p>
      <DataTable
        boxed
        caption={t("resultCaption")}
        rows={rows}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.email}
        columns={[
          { id: "email", header: t("result"), cell: (row) => row.email || "–" },
          {
            id: "result",
            header: null,
            align: "end",
            cell: (row) => (
              <StatusDot tone={row.ok ? "on" : "off"}>{row.ok ? t("ok") : t(row.code)}</StatusDot>
            ),
          },
        ]}
      />
    </Dialog>
  );
}

function LinkDialog({ actions }: { actions: InvitationActions }) {
  const t = useTranslations("invitations.actions");
  const { link, forgetLink } = actions;
  return (
    <Dialog
      open={link !== null}
      onOpenChange={forgetLink}
      title={t("linkTitle", { email: link?.email ?? "" })}
      footer={<Button onPress={forgetLink}>{t("done")}</Button>}
    >
      <p>{t("linkBody")}</p>
      <TextField
        mono
        readOnly
        label={t("link")}
        value={link?.url ?? ""}
        onFocus={(event) => event.currentTarget.select()}
      />
    </Dialog>
  );
}
