"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useDay } from "@/components/use-day";
import { formatCedula } from "@/domain/identity/cedula";
import { formatPhone } from "@/domain/identity/phone";
import { fullName } from "@/domain/student-list";
import { FamilyPart } from "./record-family";
import { Facts, RecordPart, RecordTable } from "./record-parts";
import { SheetHead, SheetOfPaper } from "./sheet-of-paper";
import type { StudentRecord } from "./types";

type Profile = NonNullable<StudentRecord["profile"]>;

/** A copy of a student's record on paper, part by part; what nobody has written down is left out. */
export function RecordSheet({ copy }: { copy: StudentRecord }) {
  const t = useTranslations("studentExports.record");
  const { profile, family, academic, attendance, documents, history, health, incidents } = copy;
  return (
    <SheetOfPaper>
      <article className="grid gap-5">
        <div className="flex items-start gap-4">
          <div className="min-w-0 flex-1">
            <SheetHead school={copy.school} now={copy.exportedAt} title={fullName(copy.name)}>
              {t("title")}
            </SheetHead>
          </div>
          {copy.photoUrl ? (
            // biome-ignore lint/performance/noImgElement: a picture of our own, already of the right size
            <img
              src={copy.photoUrl}
              alt={t("photo", { name: fullName(copy.name) })}
              className="size-24 flex-none rounded-md object-cover"
            />
          ) : null}
        </div>
        {profile ? <ProfilePart profile={profile} /> : null}
        {family ? <FamilyPart family={family} /> : null}
        {academic ? <AcademicPart years={academic} /> : null}
        {attendance ? <AttendancePart days={attendance} /> : null}
        {history ? <HistoryPart history={history} /> : null}
        {documents ? <DocumentsPart documents={documents} /> : null}
        {health ? <HealthPart health={health} /> : null}
        {incidents ? <ConductPart incidents={incidents} /> : null}
      </article>
    </SheetOfPaper>
  );
}

const PHONES = ["homePhone", "mobilePhone", "emergencyPhone"] as const;
const PLACES = ["birthCity", "birthMunicipality", "birthState", "birthCountry"] as const;
const OTHERS = [
  "livesWith",
  "transport",
  "shirtSize",
  "trouserSize",
  "shoeSize",
  "handedness",
  "religion",
  "notes",
] as const;

function ProfilePart({ profile }: { profile: Profile }) {
  const t = useTranslations("studentExports.record");
  const tColumn = useTranslations("studentExports.columns");
  const tField = useTranslations("students.fields");
  const tGender = useTranslations("students.genders");
  const tDocument = useTranslations("students.documentKinds");
  const tStatus = useTranslations("students.statuses");
  const { calendarDay } = useDay();
  return (
    <RecordPart title={t("sections.profile")}>
      <Facts
        items={[
          [tField("code"), profile.code],
          [tColumn("status"), tStatus(profile.status)],
          [tField("lastNames"), profile.lastNames],
          [tField("firstNames"), profile.firstNames],
          [tField("documentKind"), tDocument(profile.documentKind)],
          [tField("cedula"), profile.cedula && formatCedula(profile.cedula)],
          [tField("schoolCedula"), profile.schoolCedula],
          [tField("gender"), tGender(profile.gender)],
          [tField("birthDate"), calendarDay(profile.birthDate)],
          ...PLACES.map((field) => [tField(field), profile[field]] as const),
          [tField("nationality"), profile.nationality],
          [tField("year"), profile.year],
          [tColumn("grade"), profile.grade],
          [tColumn("section"), profile.section],
          [tField("listNumber"), profile.listNumber],
          [tField("enteredOn"), profile.enteredOn && calendarDay(profile.enteredOn)],
          [tField("entryKind"), profile.entryKind],
          [tField("previousSchool"), profile.previousSchool],
          [tField("address"), profile.address],
          ...PHONES.map((field) => [tField(field), formatPhone(profile[field])] as const),
          [tField("email"), profile.email],
          ...OTHERS.map((field) => [tField(field), profile[field]] as const),
        ]}
      />
    </RecordPart>
  );
}

function AttendancePart({ days }: { days: NonNullable<StudentRecord["attendance"]> }) {
  const t = useTranslations("studentExports.record");
  const tMark = useTranslations("students.attendanceMarks");
  const tField = useTranslations("students.attendance");
  const { calendarDay } = useDay();
  return (
    <RecordPart title={t("sections.attendance")}>
      <RecordTable
        label={t("sections.attendance")}
        nothing={t("nothing")}
        columns={[
          ...(["day", "mark", "reason"] as const).map((field) => tField(`fields.${field}`)),
          tField("recordedBy"),
        ]}
        rows={days.map(({ day, mark, reason, recordedBy }) => [
          calendarDay(day),
          tMark(mark),
          reason,
          recordedBy,
        ])}
      />
    </RecordPart>
  );
}

const SCHOOLING = ["year", "grade", "section", "school", "average", "result", "notes"] as const;

function AcademicPart({ years }: { years: NonNullable<StudentRecord["academic"]> }) {
  const t = useTranslations("studentExports.record");
  const format = useFormatter();
  return (
    <RecordPart title={t("sections.academic")}>
      <RecordTable
        label={t("sections.academic")}
        nothing={t("nothing")}
        columns={SCHOOLING.map((key) => t(`columns.${key}`))}
        rows={years.map((year) => [
          year.year,
          year.grade,
          year.section,
          year.school,
          year.average === null ? year.literal : format.number(year.average),
          t(`results.${year.result}`),
          "notes" in year ? year.notes : "",
        ])}
      />
    </RecordPart>
  );
}

function HistoryPart({ history }: { history: NonNullable<StudentRecord["history"]> }) {
  const t = useTranslations("studentExports.record");
  const tStatus = useTranslations("students.statuses");
  const { calendarDay } = useDay();
  return (
    <RecordPart title={t("sections.history")}>
      <RecordTable
        label={t("sections.history")}
        nothing={t("nothing")}
        columns={[t("columns.date"), t("columns.status"), t("columns.school"), t("columns.reason")]}
        rows={history.map((change) => [
          calendarDay(change.since),
          tStatus(change.status),
          [change.otherSchool, change.otherSchoolCode].filter(Boolean).join(", "),
          "reason" in change ? change.reason : "",
        ])}
      />
    </RecordPart>
  );
}

function DocumentsPart({ documents }: { documents: NonNullable<StudentRecord["documents"]> }) {
  const t = useTranslations("studentExports.record");
  const { day } = useDay();
  return (
    <RecordPart title={t("sections.documents")}>
      <RecordTable
        label={t("sections.documents")}
        nothing={t("nothing")}
        columns={[t("columns.name"), t("columns.date")]}
        rows={documents.map(({ name, createdAt }) => [name, day(createdAt)])}
      />
    </RecordPart>
  );
}

const HEALTH = [
  "bloodType",
  "allergies",
  "conditions",
  "medication",
  "emergencyNotes",
  "weightKg",
  "heightCm",
] as const;

function HealthPart({ health }: { health: NonNullable<StudentRecord["health"]> }) {
  const t = useTranslations("studentExports.record");
  const { calendarDay } = useDay();
  return (
    <RecordPart title={t("sections.health")}>
      <Facts items={HEALTH.map((field) => [t(`health.${field}`), health[field]])} />
      <RecordTable
        label={t("health.vaccinations")}
        nothing={t("nothing")}
        columns={[t("columns.vaccine"), t("columns.dose"), t("columns.givenOn"), t("columns.notes")]}
        rows={health.vaccinations.map(({ vaccine, dose, givenOn, notes }) => [
          vaccine,
          dose,
          givenOn && calendarDay(givenOn),
          notes,
        ])}
      />
    </RecordPart>
  );
}

function ConductPart({ incidents }: { incidents: NonNullable<StudentRecord["incidents"]> }) {
  const t = useTranslations("studentExports.record");
  const { calendarDay } = useDay();
  return (
    <RecordPart title={t("sections.discipline")}>
      {incidents.length === 0 ? <p>{t("nothing")}</p> : null}
      {incidents.map((incident) => (
        <div key={`${incident.occurredOn} ${incident.description}`} className="break-inside-avoid">
          <Facts
            items={[
              [t("columns.date"), calendarDay(incident.occurredOn)],
              [t("columns.kind"), t(`kinds.${incident.kind}`)],
              [t("columns.severity"), t(`severities.${incident.severity}`)],
              [t("columns.reportedBy"), incident.reportedBy],
              [t("columns.description"), incident.description],
              [t("columns.actionTaken"), incident.actionTaken],
              [t("columns.followUp"), incident.followUp],
              [t("columns.informed"), incident.parentInformedOn && calendarDay(incident.parentInformedOn)],
            ]}
          />
        </div>
      ))}
    </RecordPart>
  );
}
