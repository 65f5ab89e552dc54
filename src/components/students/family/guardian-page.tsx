"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EventFeed } from "@/components/audit/event-feed";
import { MergeLink } from "@/components/record-merge/merge-link";
import { CrumbName } from "@/components/shell/crumb-name";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { useDay } from "@/components/use-day";
import { useClock } from "@/components/users/use-dates";
import { formatCedula } from "@/domain/identity/cedula";
import { fullName } from "@/domain/student-list";
import { useTRPC } from "@/trpc/client";
import { RecordAccount } from "../account/record-account";
import { MailLink, PhoneLink } from "../contact-links";
import { Children } from "./children";
import { editFamilyHref, familyHref } from "./family-url";
import { Income } from "./income";
import { NotGiven } from "./not-given";
import type { GuardianDetail } from "./types";

/** Somebody who cares for students: who they are, how to reach them, their children, what was changed. */
export function GuardianPage({ id, start }: { id: string; start: Date }) {
  const t = useTranslations("students.familyPage");
  const tAccount = useTranslations("students.account");
  const now = useClock(start);
  const trpc = useTRPC();
  const { data: guardian } = useSuspenseQuery(trpc.guardian.get.queryOptions({ id }));
  const name = fullName(guardian);
  return (
    <PageBody>
      <CrumbName name={name} />
      <PageHeader
        lead={<Avatar name={name} size="lg" />}
        title={<span className="[overflow-wrap:anywhere]">{name}</span>}
        description={t("cares", { count: guardian.children.length })}
        actions={
          guardian.rights.edit ? (
            <>
              <MergeLink to={{ kind: "guardian", keep: id }} />
              <ButtonLink
                variant="primary"
                href={editFamilyHref(id)}
                icon={<Pencil />}
                data-shortcut="e"
                className="max-sm:flex-1"
              >
                {t("edit")}
              </ButtonLink>
            </>
          ) : null
        }
      />
      {guardian.mergedIntoId === null ? null : (
        <Callout tone="info" title={t("mergedTitle")}>
          {t.rich("merged", {
            name: guardian.mergedIntoName ?? "",
            record: (words) => <Link href={familyHref(guardian.mergedIntoId ?? "")}>{words}</Link>,
          })}
        </Callout>
      )}
      <div className="grid grid-cols-1 gap-x-12 gap-y-(--stack) lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-(--stack)">
          <PersonFacts guardian={guardian} />
          {guardian.rights.manage ? (
            <Section title={tAccount("title")}>
              <RecordAccount record={{ kind: "guardian", id, name }} edits={guardian.rights.edit} />
            </Section>
          ) : null}
          {guardian.rights.income ? <Income guardian={guardian} /> : null}
        </div>
        <div className="flex min-w-0 flex-col gap-(--stack)">
          <Section title={t("children")}>
            <Children guardian={guardian} />
          </Section>
          <Section title={t("history")}>
            {guardian.history.length === 0 ? (
              <p className="text-sm text-ink-3">{t("noHistory")}</p>
            ) : (
              <EventFeed label={t("history")} events={guardian.history} now={now} />
            )}
          </Section>
        </div>
      </div>
    </PageBody>
  );
}

function PersonFacts({ guardian }: { guardian: GuardianDetail }) {
  const t = useTranslations("students.fields");
  const tPage = useTranslations("students.familyPage");
  const tGender = useTranslations("students.genders");
  const tCivil = useTranslations("students.civilStatuses");
  const { calendarDay } = useDay();
  const phone = (number: string) => number && <PhoneLink phone={number} />;
  return (
    <>
      <Facts title={tPage("person")}>
        {[
          [t("cedula"), guardian.cedula && formatCedula(guardian.cedula)],
          [t("gender"), guardian.gender && tGender(guardian.gender)],
          [tPage("birthDate"), guardian.birthDate && calendarDay(guardian.birthDate)],
          [t("nationality"), guardian.nationality],
          [t("civilStatus"), guardian.civilStatus && tCivil(guardian.civilStatus)],
        ]}
      </Facts>
      <Facts title={tPage("contact")}>
        {[
          [t("mobilePhone"), phone(guardian.mobilePhone)],
          [t("homePhone"), phone(guardian.homePhone)],
          [t("workPhone"), phone(guardian.workPhone)],
          [t("email"), guardian.email && <MailLink email={guardian.email} />],
          [t("address"), guardian.address],
        ]}
      </Facts>
      <Facts title={tPage("work")}>
        {[
          [t("education"), guardian.education],
          [t("profession"), guardian.profession],
          [t("occupation"), guardian.occupation],
          [t("workplace"), guardian.workplace],
          [t("workAddress"), guardian.workAddress],
          [t("notes"), guardian.notes && <span className="whitespace-pre-line">{guardian.notes}</span>],
        ]}
      </Facts>
    </>
  );
}

type Fact = readonly [term: string, value: ReactNode];

function Facts({ title, children }: { title: string; children: readonly Fact[] }) {
  return (
    <Section title={title}>
      <DescriptionList items={children.map(([term, value]) => ({ term, value: value || <NotGiven /> }))} />
    </Section>
  );
}
