"use client";

import { Download, ListChecks, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FootBar } from "@/components/ui/foot-bar";
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
  const { verdicts, again, blank, checking, sending, onCheck, onSend } = props;
  const t = useTranslations("schoolImport");
  const download = useDownloadSchools();
  if (!verdicts)
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
            {t(again ? "checkAgain" : "check")}
          </Button>
        }
      >
        <span className="text-ink-2">{t("checkFirst")}</span>
      </FootBar>
    );
  const out = verdicts.filter(({ code }) => code !== "ok").length;
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
