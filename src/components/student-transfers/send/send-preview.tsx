"use client";

import { ArchiveX, ArrowRightLeft, History } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import type { TransferSection } from "@/domain/student-list";
import { sectionsSent } from "@/domain/student-transfer-list";
import type { Prepared } from "../types";
import { useHeld } from "./use-held";

/** In three parts what goes, what stays and what ends, once the other school takes the student in. */
export function SendPreview({
  prepared,
  sections,
}: {
  prepared: Prepared;
  sections: readonly TransferSection[];
}) {
  const t = useTranslations("studentTransfers");
  const held = useHeld(prepared.sends);
  const { section, classes, waiting, account } = prepared.closes;
  const { place } = prepared.student;
  const closing = [
    section !== null && t("preview.section", { section: [place?.grade, section].filter(Boolean).join(" ") }),
    classes.length > 0 && t("preview.classes", { count: classes.length, names: classes.join(", ") }),
    waiting.length > 0 && t("preview.waiting", { count: waiting.length, names: waiting.join(", ") }),
    account !== null && t("preview.account", { email: account.email }),
  ].filter((line) => line !== false);
  return (
    <aside
      aria-label={t("preview.label")}
      className="grid grid-cols-1 divide-y divide-line rounded-lg border border-line"
    >
      <Part icon={<ArrowRightLeft />} title={t("preview.goes")}>
        {sectionsSent(sections).map((each) => (
          <li key={each}>
            <span className="text-ink">{t(`sections.${each}.name`)}</span>
            <span className="block text-xs text-ink-3">{held(each)}</span>
          </li>
        ))}
      </Part>
      <Part icon={<History />} title={t("preview.stays")}>
        <li>{t("preview.record")}</li>
        <li>{t("preview.income")}</li>
        <li>{t("preview.log")}</li>
      </Part>
      <Part icon={<ArchiveX />} title={t("preview.closes")}>
        {closing.length > 0 ? (
          closing.map((line) => <li key={line}>{line}</li>)
        ) : (
          <li>{t("preview.nothing")}</li>
        )}
      </Part>
    </aside>
  );
}

function Part({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0 p-4">
      <h2 id={id} className="flex items-center gap-2 text-sm font-strong [&>svg]:text-icon">
        {icon}
        {title}
      </h2>
      <ul className="mt-2 grid list-disc gap-1.5 pl-5 text-sm text-ink-2">{children}</ul>
    </section>
  );
}
