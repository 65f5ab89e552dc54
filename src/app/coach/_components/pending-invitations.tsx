import { getFormatter, getTranslations } from "next-intl/server";
import { ActivityFeed } from "@/components/ui/activity-feed";
import { Avatar } from "@/components/ui/avatar";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { schoolZone } from "../../_home/school-zone";
import { coachHome } from "./data";

/** Who was invited into the coach's classes and has not come yet, the first to expire first. */
export async function PendingInvitations() {
  const [{ invitations }, timeZone, t, format] = await Promise.all([
    coachHome(),
    schoolZone(),
    getTranslations("app.home"),
    getFormatter(),
  ]);
  if (invitations.pending === 0) return null;
  return (
    <Section
      title={t("pending")}
      meta={invitations.pending}
      actions={<Link href="/coach/invitations?status=pending">{t("allInvitations")}</Link>}
    >
      <ActivityFeed
        label={t("pending")}
        items={invitations.first.map(({ id, name, email, className, expiresAt }) => ({
          id,
          lead: <Avatar name={name || email} />,
          text: (
            <>
              <b>{name || email}</b>
              {className === null ? null : ` · ${className}`}
            </>
          ),
          aside: t("until", {
            date: format.dateTime(expiresAt, { timeZone, day: "numeric", month: "short" }),
          }),
        }))}
      />
    </Section>
  );
}
