"use client";

import { useTranslations } from "next-intl";
import { CheckFoot } from "@/components/ui/check-foot";
import type { SchoolVerdict } from "@/domain/onboarding-list";
import { useDownloadSchools } from "./use-download-schools";

export interface ImportFootProps {
  /** Absent until the list as it stands was checked. */
  verdicts: readonly SchoolVerdict[] | undefined;
  /** It was checked before it was changed. */
  again: boolean;
  blank: boolean;
  checking: boolean;
  sending: boolean;
  onCheck: () => void;
  onSend: () => void;
}

/** The one next step: check, or send with the exact count. */
export function ImportFoot(props: ImportFootProps) {
  const { verdicts, again, ...rest } = props;
  const t = useTranslations("schoolImport");
  const download = useDownloadSchools();
  const out = verdicts?.filter(({ code }) => code !== "ok").length ?? 0;
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
