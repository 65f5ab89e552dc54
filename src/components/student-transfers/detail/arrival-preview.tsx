"use client";

import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/error-text";
import { Callout } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { SkeletonBlock } from "@/components/ui/skeleton";
import type { Arrival, TransferDetail } from "../types";

export interface ArrivalPreviewProps {
  query: { data: Arrival | undefined; error: unknown };
  isPlaced: boolean;
  transfer: TransferDetail;
}

/** What taking the student in does, or which record of the school stands against it. */
export function ArrivalPreview({ query, isPlaced, transfer }: ArrivalPreviewProps) {
  const t = useTranslations("studentTransfers.arrival");
  const errorText = useErrorText();
  const { data, error } = query;
  const { school, studentName, sections } = transfer;
  if (!isPlaced) return <p className="text-sm text-ink-3">{t("chooseFirst")}</p>;
  if (error) return <Callout tone="danger">{errorText(error).message}</Callout>;
  if (!data) return <SkeletonBlock label={t("loading")} lines={3} />;
  const [conflict] = data.conflicts;
  if (conflict)
    return (
      <Callout tone="warning" role="status" title={t(`conflict.${conflict.number}`)}>
        {t.rich("conflict.body", {
          name: `${conflict.name} (${conflict.code})`,
          record: (name) => <Link href={`/org-admin/students/${conflict.id}`}>{name}</Link>,
        })}
      </Callout>
    );
  const lines = [
    t("effects.record", { student: studentName, place: data.place }),
    data.past !== null && t("effects.past", { code: data.past.code }),
    data.needsNewCode && t("effects.newCode"),
    sections.includes("family") && t("effects.family"),
    sections.includes("documents") && t("effects.documents"),
    t("effects.source", { school }),
  ].filter((line) => line !== false);
  return (
    <div role="status" className="rounded-lg border border-line p-4">
      <h3 className="text-sm font-strong">{t("effects.title")}</h3>
      <ul className="mt-2 grid list-disc gap-1.5 pl-5 text-sm text-ink-2">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
