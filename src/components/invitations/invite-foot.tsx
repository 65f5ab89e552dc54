"use client";

import { useTranslations } from "next-intl";
import { CheckFoot } from "@/components/ui/check-foot";
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
  const { verdicts, again, ...rest } = props;
  const t = useTranslations("invitations.new");
  const download = useDownloadRefused();
  const out = verdicts?.filter(({ code }) => isRefused(code)).length ?? 0;
  return (
    <CheckFoot
      {...rest}
      counts={verdicts && { ready: verdicts.length - out, out }}
      onDownload={() => verdicts && download(verdicts)}
      words={{ check: t(again ? "checkAgain" : "check"), checkFirst: t("checkFirst") }}
      wordsOf={(counts) => ({
        download: t("download", { count: counts.out }),
        send: t("send", { count: counts.ready }),
        willSend: t("willSend", { count: counts.ready }),
        stayOut: t("stayOut", { count: counts.out }),
      })}
    />
  );
}
