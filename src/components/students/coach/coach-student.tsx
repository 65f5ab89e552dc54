"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { CrumbName } from "@/components/shell/crumb-name";
import { Avatar } from "@/components/ui/avatar";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { useDay } from "@/components/use-day";
import { ageOn } from "@/domain/matricula/age";
import { fullName } from "@/domain/student-list";
import { useTRPC } from "@/trpc/client";
import { AttendanceList } from "../records/attendance-list";
import { IncidentList } from "../records/incident-list";
import { usePlaceWords } from "../student-words";
import { CareCard } from "./care-card";
import { COACH_TABS, coachStudentHref, coachStudentParsers } from "./coach-student-url";
import { FamilyContacts } from "./family-contacts";

export interface CoachStudentProps {
  id: string;
  /** The school's day of the first paint. */
  today: string;
}

/** What a coach needs of one of their students: who it is, what to look out for, whom to call, what happened. */
export function CoachStudent({ id, today }: CoachStudentProps) {
  const t = useTranslations("students.coach");
  const trpc = useTRPC();
  const place = usePlaceWords();
  const { calendarDay } = useDay();
  const { data: student } = useSuspenseQuery(trpc.student.brief.queryOptions({ id }));
  const [{ tab }] = useQueryStates(coachStudentParsers);
  const name = fullName(student);
  const born = t("born", { date: calendarDay(student.birthDate), age: ageOn(student.birthDate, today) });
  return (
    <PageBody>
      <CrumbName name={name} />
      <PageHeader
        lead={<Avatar name={name} src={student.photoUrl} size="lg" />}
        title={<span className="[overflow-wrap:anywhere]">{name}</span>}
        description={`${place(student)} · ${born}`}
      />
      <Tabs
        label={t("tabs.label")}
        items={COACH_TABS.map((part) => ({
          href: coachStudentHref(id, part),
          label: t(`tabs.${part}`),
          current: part === tab,
        }))}
      />
      <section aria-label={t(`tabs.${tab}`)} className="min-w-0">
        {tab === "overview" ? (
          <div className="grid grid-cols-1 gap-x-12 gap-y-(--stack) lg:grid-cols-2">
            <CareCard studentId={id} emergencyPhone={student.emergencyPhone} />
            <FamilyContacts guardians={student.guardians} authorized={student.authorized} />
          </div>
        ) : tab === "attendance" ? (
          <AttendanceList studentId={id} marks={student.closed === null} />
        ) : (
          <IncidentList studentId={id} closed={student.closed !== null} namesReporter={false} />
        )}
      </section>
    </PageBody>
  );
}
