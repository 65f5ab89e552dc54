import { getTranslations } from "next-intl/server";
import { EventFeed } from "@/components/audit/event-feed";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { api } from "@/trpc/server";

const SHOWN = 6;

/** What was done in the school last. */
export async function RecentActivity() {
  const [events, t] = await Promise.all([
    api().then((caller) => caller.audit.recent({ limit: SHOWN })),
    getTranslations("dashboard.recent"),
  ]);
  return (
    <Section title={t("title")} actions={<Link href="/org-admin/audit">{t("all")}</Link>}>
      {events.length > 0 ? (
        <EventFeed label={t("title")} events={events} now={new Date()} />
      ) : (
        <p className="text-sm text-ink-3">{t("none")}</p>
      )}
    </Section>
  );
}
