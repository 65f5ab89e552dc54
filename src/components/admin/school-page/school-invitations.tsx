"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import type { SchoolDetail } from "../types";

/** How many people the school has invited who have not answered yet. */
export function SchoolInvitations({ school: { invitations } }: { school: SchoolDetail }) {
  const t = useTranslations("schoolPage.invitations");
  const tRoles = useTranslations("dashboard.roles");
  const { list, number } = useFormatter();
  const { pending, undelivered, byRole } = invitations;
  return (
    <Section title={t("title")}>
      {pending === 0 ? (
        <p className="text-sm text-ink-3">{t("none")}</p>
      ) : (
        <p className="text-sm text-ink-2">
          {t("pending", { count: pending })}{" "}
          {list(byRole.map(({ role, count }) => `${tRoles(role)} ${number(count)}`))}.
          {undelivered > 0 ? (
            <b className="font-medium text-warning-text"> {t("undelivered", { count: undelivered })}</b>
          ) : null}
        </p>
      )}
    </Section>
  );
}
