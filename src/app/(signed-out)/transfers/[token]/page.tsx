import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { GuardianAnswer } from "@/components/student-transfers/answer/guardian-answer";
import { SentSections } from "@/components/student-transfers/sent-sections";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { DescriptionList } from "@/components/ui/description-list";
import { StatePage } from "@/components/ui/state-page";
import { api } from "@/trpc/server";
import { SchoolPage } from "../../_components/school-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("studentTransfers.answer");
  // The address is the guardian's word: it goes to nobody as a referrer.
  return { title: t("pageTitle"), referrer: "no-referrer" };
}

/** What the link to a guardian opens: what would go where, and the yes or no; opening it decides nothing. */
export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, caller] = await Promise.all([params, api()]);
  const transfer = await caller.studentTransfer.open({ token }).catch(() => undefined);
  if (!transfer) return <UnknownTransfer />;
  const [t, format] = await Promise.all([getTranslations("studentTransfers.answer"), getFormatter()]);
  const { studentName: student, toSchoolName: to, fromSchoolName: from, status, reason, lastDay } = transfer;
  const { timeZone, guardianName, guardianAgreedAt, closedAt, expiresAt, declinedBy, sections } = transfer;
  const moment = (date: Date) => format.dateTime(date, { dateStyle: "long", timeZone });
  const isOpen = status === "awaiting_guardian";
  return (
    <SchoolPage
      school={transfer.school}
      title={isOpen ? t("title", { student, to }) : t("titleAnswered", { student })}
      description={isOpen ? t("description", { name: guardianName, from }) : t("between", { from, to })}
      foot={isOpen ? <span>{t("until", { until: moment(expiresAt) })}</span> : undefined}
    >
      {isOpen ? null : (
        <Callout tone={status === "completed" || status === "awaiting_school" ? "success" : "neutral"}>
          {status === "declined" && declinedBy === "guardian"
            ? t("states.refused", { from })
            : t(`states.${status}`, {
                ...{ from, to, agreed: moment(guardianAgreedAt ?? expiresAt) },
                ended: moment(closedAt ?? expiresAt),
              })}
        </Callout>
      )}
      <DescriptionList
        items={[
          { term: t("student"), value: student },
          { term: t("from"), value: from },
          { term: t("to"), value: to },
          {
            term: t("lastDay"),
            value: format.dateTime(new Date(lastDay), { dateStyle: "long", timeZone: "UTC" }),
          },
          ...(reason === "" ? [] : [{ term: t("reason"), value: reason }]),
        ]}
      />
      <section>
        <h2 className="mb-2">{isOpen ? t("sends") : t("agreedOn")}</h2>
        <SentSections sections={sections} />
      </section>
      {isOpen ? <GuardianAnswer token={token} student={student} from={from} to={to} /> : null}
    </SchoolPage>
  );
}

async function UnknownTransfer() {
  const [t, tApp] = await Promise.all([getTranslations("studentTransfers.answer"), getTranslations("app")]);
  return (
    <StatePage
      product={tApp("name")}
      drawing="door"
      title={t("unknownTitle")}
      actions={<ButtonLink href="/">{t("toStart")}</ButtonLink>}
    >
      <p>{t("unknownBody")}</p>
    </StatePage>
  );
}
