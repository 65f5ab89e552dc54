"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/error-text";
import { Callout } from "@/components/ui/callout";
import { Section } from "@/components/ui/section";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { useAlive } from "@/components/ui/use-alive";
import { useTRPC } from "@/trpc/client";
import { PhoneLink } from "../contact-links";
import { Facts } from "../records/fact";
import { Told } from "../records/health-tab";
import { SEEN_ONCE } from "../records/seen-once";

/** What those who have a student in their care must know of the student's health. */
export function CareCard({ studentId, emergencyPhone }: { studentId: string; emergencyPhone: string }) {
  const t = useTranslations("students.coach");
  const tHealth = useTranslations("students.health");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const alive = useAlive();
  const { data, error } = useQuery({
    ...trpc.health.care.queryOptions({ studentId }),
    ...SEEN_ONCE,
    enabled: alive,
  });
  return (
    <Section title={t("careTitle")}>
      <div className="grid gap-3">
        {error ? <Callout tone="danger">{errorText(error).message}</Callout> : null}
        {alive && data ? (
          <Facts
            items={[
              [tHealth("fields.allergies"), data.allergies],
              [tHealth("fields.emergencyNotes"), data.emergencyNotes],
            ]}
          />
        ) : error ? null : (
          <SkeletonBlock label={tHealth("loading")} lines={2} />
        )}
        {emergencyPhone ? (
          <p className="text-sm">
            {t("emergencyPhone")} <PhoneLink phone={emergencyPhone} />
          </p>
        ) : null}
        <Told>{tHealth("told")}</Told>
      </div>
    </Section>
  );
}
