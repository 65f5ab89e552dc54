import { Clock, MailWarning, MailX, Users } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { classHref } from "@/components/classes/class-url";
import { type AttentionItem, AttentionList } from "@/components/ui/attention-list";
import { ButtonLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/section";
import { coachHome } from "./data";

/** What waits for the coach today. */
export async function CoachAttention() {
  const [{ classes, invitations }, t] = await Promise.all([
    coachHome(),
    getTranslations("dashboard.attention"),
  ]);
  const way = (href: string, text: string) => (
    <ButtonLink size="sm" href={href}>
      {text}
    </ButtonLink>
  );
  const items: AttentionItem[] = classes.flatMap(({ id, name, capacity, studentCount, waitingCount }) => [
    ...(capacity !== null && studentCount > capacity
      ? [
          {
            id: `over-${id}`,
            icon: <Users />,
            tone: "warning" as const,
            title: t("overCapacity", { count: 1 }),
            detail: t("seatsOf", { name, taken: studentCount, capacity }),
            action: way(classHref("/coach", id), t("open")),
          },
        ]
      : []),
    ...(waitingCount > 0
      ? [
          {
            id: `waiting-${id}`,
            icon: <Clock />,
            tone: "info" as const,
            title: t("waiting", { count: waitingCount }),
            detail: name,
            action: way(classHref("/coach", id, { tab: "waiting" }), t("open")),
          },
        ]
      : []),
  ]);
  if (invitations.expiring > 0)
    items.push({
      id: "expiring",
      icon: <MailWarning />,
      tone: "warning",
      title: t("expiring", { count: invitations.expiring }),
      action: way("/coach/invitations?due=expiring", t("resend", { count: invitations.expiring })),
    });
  if (invitations.undelivered > 0)
    items.push({
      id: "undelivered",
      icon: <MailX />,
      tone: "warning",
      title: t("undelivered", { count: invitations.undelivered }),
      detail: t("own.undeliveredDetail"),
      action: way("/coach/invitations?due=undelivered", t("open")),
    });
  if (items.length === 0) return <p className="text-ink-2">{t("nothing")}</p>;
  return (
    <Section title={t("own.title")} meta={items.length}>
      <AttentionList label={t("own.title")} items={items} />
    </Section>
  );
}
