import { getFormatter, getTranslations } from "next-intl/server";
import { ActivityFeed } from "@/components/ui/activity-feed";
import { Section } from "@/components/ui/section";
import { api } from "@/trpc/server";
import { schoolZone } from "./school-zone";

/** Invitations to this person that wait for an answer: the link is in their mailbox, and nowhere else. */
export async function OwnInvitations() {
  const [invitations, timeZone, t, tRole, format] = await Promise.all([
    api().then((caller) => caller.invitation.mine()),
    schoolZone(),
    getTranslations("app.home"),
    getTranslations("roles"),
    getFormatter(),
  ]);
  if (invitations.length === 0) return null;
  const day = (date: Date) => format.dateTime(date, { timeZone, day: "numeric", month: "long" });
  return (
    <Section title={t("toYou")} meta={invitations.length}>
      <ActivityFeed
        label={t("toYou")}
        items={invitations.map(({ id, role, className, sentAt, expiresAt }) => {
          const words = { role: tRole(role), date: day(sentAt ?? expiresAt) };
          return {
            id,
            text: (
              <>
                <b>{className ? t("toYouClass", { ...words, className }) : t("toYouItem", words)}</b>
                <br />
                {t("toYouHint", { date: day(expiresAt) })}
              </>
            ),
          };
        })}
      />
    </Section>
  );
}
