"use client";

import { Copy, Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { PageButtons } from "@/components/invitations/page-buttons";
import { usePages } from "@/components/invitations/use-pages";
import { saveFile } from "@/components/save-file";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { FootBar } from "@/components/ui/foot-bar";
import { StatusDot } from "@/components/ui/status-dot";
import { toast } from "@/components/ui/toast";
import type { EnrollmentRefusal, EnrollmentResult } from "@/domain/class-list";
import { LineTable } from "./enrollment-table";
import { EnrollmentVerdictCell, useRefusalReason } from "./enrollment-verdicts";

type Refused = EnrollmentResult & { outcome: EnrollmentRefusal };

export interface EnrolResultProps {
  results: readonly EnrollmentResult[];
  rosterHref: string;
  /** Goes back to the list with only the lines that stayed out. */
  onMend: (text: string) => void;
}

/** What became of each line, those that stayed out first, to copy, download or mend. */
export function EnrolResult({ results, rosterHref, onMend }: EnrolResultProps) {
  const t = useTranslations("classes.enrol");
  const tVerdict = useTranslations("classes.enrol.verdicts");
  const tUi = useTranslations("ui");
  const reasonOf = useRefusalReason();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const refused = results.filter(isOut);
  const { shown, pager } = usePages([...refused, ...results.filter((result) => !isOut(result))]);
  const text = refused.map(({ raw, email, name }) => raw || email || name).join("\n");
  const count = refused.length;

  async function save() {
    const { toCsv } = await import("@/lib/csv");
    const csv = toCsv<Refused>(
      [
        { header: t("line"), value: ({ line }) => line },
        { header: t("person"), value: ({ raw, name, email }) => raw || name || email },
        { header: t("result"), value: ({ outcome }) => tVerdict(outcome) },
        { header: t("reason"), value: ({ outcome, firstLine }) => reasonOf(outcome, firstLine) },
      ],
      refused,
    );
    saveFile(`${t("downloadName")}.csv`, new Blob([csv], { type: "text/csv;charset=utf-8" }));
  }

  const download = () => void save().catch(() => toast(tUi("downloadFailed")));
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => void toast(t("copied", { count })),
      () => void toast(t("copyFailed")),
    );

  return (
    <>
      <section aria-labelledby="results" className="grid max-w-[60rem] grid-cols-1 gap-3">
        <h2 id="results" ref={heading} tabIndex={-1}>
          {t("resultTitle")}
        </h2>
        <Callout tone="warning" title={t("refused", { count })}>
          {t("refusedMore")}
        </Callout>
        <LineTable
          caption={t("resultCaption")}
          header={t("result")}
          lines={shown}
          cell={(result) =>
            isOut(result) ? (
              <EnrollmentVerdictCell verdict={result.outcome} firstLine={result.firstLine} />
            ) : (
              <StatusDot tone={result.outcome === "waiting" ? "neutral" : "on"}>
                {t(`outcome.${result.outcome === "waiting" ? "waiting" : "enrolled"}`)}
              </StatusDot>
            )
          }
        />
        <PageButtons pager={pager} />
      </section>
      <FootBar
        actions={
          <>
            <Button variant="quiet" icon={<Copy />} onPress={() => void copy()}>
              {t("copy", { count })}
            </Button>
            <Button variant="quiet" icon={<Download />} onPress={download}>
              {t("download")}
            </Button>
            <Button onPress={() => onMend(text)}>{t("mend")}</Button>
            <ButtonLink variant="primary" href={rosterHref}>
              {t("toRoster")}
            </ButtonLink>
          </>
        }
      >
        <span className="text-ink-2">{t("refused", { count })}</span>
      </FootBar>
    </>
  );
}

function isOut(result: EnrollmentResult): result is Refused {
  return result.outcome !== "enrolled" && result.outcome !== "waiting";
}
