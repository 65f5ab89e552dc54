"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ActionDialogs } from "@/components/invitations/action-dialogs";
import { useInvitationActions } from "@/components/invitations/use-invitation-actions";
import { Button } from "@/components/ui/button";

export interface RecordInvitationProps {
  invitation: { id: string; email: string; status: string };
  edits: boolean;
  children: ReactNode;
}

/** An invitation that was sent from a record: what is done with it is what is done with any. */
export default function RecordInvitation({ invitation, edits, children }: RecordInvitationProps) {
  const t = useTranslations("invitations.actions");
  const actions = useInvitationActions();
  const [revoking, setRevoking] = useState<readonly string[]>([]);
  const { id, email, status } = invitation;
  const isPending = status === "pending";
  return (
    <>
      {children}
      {edits ? (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" pending={actions.resending} onPress={() => actions.resend([id])}>
            {t("resend")}
          </Button>
          {isPending ? (
            <>
              <Button size="sm" onPress={() => void actions.copyLink({ id, email })}>
                {t("copyLink")}
              </Button>
              <Button size="sm" variant="quiet" onPress={() => setRevoking([id])}>
                {t("revoke")}
              </Button>
            </>
          ) : null}
        </div>
      ) : null}
      <ActionDialogs
        actions={actions}
        revoking={revoking}
        onRevoked={() => setRevoking([])}
        onKeep={() => setRevoking([])}
      />
    </>
  );
}
