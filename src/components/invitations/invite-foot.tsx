"use client";

import { Download, ListChecks, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FootBar } from "@/components/ui/foot-bar";
import { type InvitationVerdict, isRefused } from "@/domain/invitation-verdict";
import { useDownloadRefused } from "./download-refused";

export interface InviteFootProps {
  /** Absent until the list as it stands was checked. */
  verdicts: readonly InvitationVerdict[] | undefined;
  /** It was checked before it was changed. */
  again: boolean;
  blank: boolean;
  checking: boolean;
  sending: boolean;
  onCheck: () => void;
  onSend: () => void;
}

/** The one next step: check, or send with the exact count. */
export function InviteFoot(props: InviteFootProps) {
  const { verdicts, again, blank, checking, sending, onCheck, onSend } = props;
  const t = useTranslations("invitations.new");
  const download = useDownloadRefused();
  if (!verdicts) {
    return (
      <FootBar
        actions={
          <Button
            variant="primary"
            icon={<ListChecks />}
            disabled={blank}
            pending={checking}
            onPress={onCheck}
          >
            {again ? t("checkAgain") : t("check")}
          </Button>
        }
      >
        <span className="text-ink-2">{t("checkFirst")}</span>
      </FootBar>
    );
  }
  const out = verdicts.filter(({ code }) => isRefused(code)).length;
  const ready = verdicts.length - out;
  return (
    <FootBar
      actions={
        <>
          {out > 0 ? (
            <Button variant="quiet" icon={<Download />} onPress={() => download(verdicts)}>
              {t("download", { count: out })}
            </Button>
          ) : null}
          <Button variant="primary" icon={<Send />} disabled={ready === 0} pending={sending} onPress={onSend}>
            {t("send", { count: ready })}
          </Button>
        </>
      }
    >
      <p role="status">
        <b>{t("willSend", { count: ready })}</b>{" "}
        <span className="text-ink-2">{t("stayOut", { count: out })}</span>
      </p>
    </FootBar>
  );
}
