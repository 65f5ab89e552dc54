import { ArrowRightLeft, CircleAlert, Clock, MailWarning, MailX, Users, UserX } from "lucide-react";
import { getFormatter, getTranslations } from "next-intl/server";
import { type ClassTab, classHref } from "@/components/classes/class-url";
import { type ClassesUrl, classesHref } from "@/components/classes/list/classes-url";
import { transferHref, transfersHref } from "@/components/student-transfers/transfers-url";
import { type AttentionItem, AttentionList } from "@/components/ui/attention-list";
import { ButtonLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/section";
import { SEATS_NEARLY_TAKEN } from "@/domain/dashboard";
import { schoolZone } from "../../_home/school-zone";
import { dashboard } from "./data";
import { Setup } from "./setup";

const AREA = "/org-admin";

/** What waits for the admin, first; a new school's checklist while it is not done. */
export async function Attention() {
  const [{ attention, seats, setup }, timeZone, t, format] = await Promise.all([
    dashboard(),
    schoolZone(),
    getTranslations("dashboard"),
    getFormatter(),
  ]);
  const { expiring, undelivered, withoutLead, overCapacity, waiting, suspendedLeads, arriving } = attention;
  const names = (rows: readonly { name: string }[], count: number) => {
    const shown = format.list(
      rows.map(({ name }) => name),
      { type: "unit" },
    );
    return count > rows.length ? t("andMore", { names: shown, count: count - rows.length }) : shown;
  };
  const way = (href: string, text: string) => (
    <ButtonLink size="sm" href={href}>
      {text}
    </ButtonLink>
  );
  /** The part of the class where it is mended; of several, the list of them. */
  const hrefOf = (
    { count, first }: { count: number; first: { id: string }[] },
    tab: ClassTab,
    url: Partial<ClassesUrl>,
  ) => (count === 1 && first[0] ? classHref(AREA, first[0].id, { tab }) : classesHref(AREA, url));
  const items: (AttentionItem | false)[] = [
    withoutLead.count > 0 && {
      id: "withoutLead",
      icon: <UserX />,
      tone: "danger",
      title: t("attention.withoutLead", { count: withoutLead.count }),
      detail: names(withoutLead.first, withoutLead.count),
      action: way(hrefOf(withoutLead, "coaches", { lead: "none" }), t("attention.chooseCoach")),
    },
    suspendedLeads.count > 0 && {
      id: "suspendedLeads",
      icon: <CircleAlert />,
      tone: "danger",
      title: t("attention.suspendedLeads", { count: suspendedLeads.count }),
      detail: suspendedLeads.first
        .map(({ name, classes }) =>
          t("attention.leads", { name, classes: format.list(classes, { type: "unit" }) }),
        )
        .join("; "),
      action: way(
        suspendedLeads.count === 1 && suspendedLeads.first[0]
          ? `/org-admin/users?person=${suspendedLeads.first[0].id}`
          : "/org-admin/users?status=suspended&role=COACH",
        t("attention.open"),
      ),
    },
    arriving.count > 0 && {
      id: "arriving",
      icon: <ArrowRightLeft />,
      tone: "info",
      title: t("attention.arriving", { count: arriving.count }),
      detail: names(arriving.first, arriving.count),
      action: way(
        arriving.count === 1 && arriving.first[0] ? transferHref(arriving.first[0].id) : transfersHref(),
        t("attention.decide"),
      ),
    },
    overCapacity.count > 0 && {
      id: "overCapacity",
      icon: <Users />,
      tone: "warning",
      title: t("attention.overCapacity", { count: overCapacity.count }),
      detail: overCapacity.first
        .map(({ name, studentCount, capacity }) =>
          t("attention.seatsOf", { name, taken: studentCount, capacity: capacity ?? 0 }),
        )
        .join(", "),
      action: way(hrefOf(overCapacity, "roster", { seats: ["over"] }), t("attention.open")),
    },
    expiring.count > 0 && {
      id: "expiring",
      icon: <MailWarning />,
      tone: "warning",
      title: t("attention.expiring", { count: expiring.count }),
      detail: expiring.firstExpiry
        ? t("attention.firstExpiry", {
            at: format.dateTime(expiring.firstExpiry, {
              ...{ timeZone, weekday: "long" },
              ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
            }),
          })
        : undefined,
      action: way("/org-admin/invitations?due=expiring", t("attention.resend", { count: expiring.count })),
    },
    undelivered.count > 0 && {
      id: "undelivered",
      icon: <MailX />,
      tone: "warning",
      title: t("attention.undelivered", { count: undelivered.count }),
      detail: t("attention.undeliveredDetail"),
      action: way("/org-admin/invitations?due=undelivered", t("attention.open")),
    },
    waiting.count > 0 && {
      id: "waiting",
      icon: <Clock />,
      tone: "info",
      title: t("attention.waiting", { count: waiting.students }),
      detail: names(waiting.first, waiting.count),
      action: way(hrefOf(waiting, "waiting", { seats: ["waiting"] }), t("attention.open")),
    },
    seats.taken >= seats.all * SEATS_NEARLY_TAKEN && {
      id: "seats",
      icon: <Users />,
      tone: seats.taken >= seats.all ? "danger" : "warning",
      title: t("attention.seats", { taken: seats.taken, all: seats.all }),
      detail: t("attention.seatsDetail"),
    },
  ];
  const shown = items.filter((item) => item !== false);
  return (
    <>
      {shown.length > 0 ? (
        <Section title={t("attention.title")} meta={shown.length}>
          <AttentionList label={t("attention.title")} items={shown} />
        </Section>
      ) : null}
      <Setup steps={setup} />
      {shown.length === 0 && setup.every(({ done }) => done) ? (
        <p className="text-ink-2">{t("attention.nothing")}</p>
      ) : null}
    </>
  );
}
