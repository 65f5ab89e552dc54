import { sections } from "@/db/schema/tenant/academics";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import { initialForm } from "@/domain/government-forms/initial";
import { isNewEntry, type Movement, movementsForm } from "@/domain/government-forms/movements";
import type { Paper } from "@/domain/government-forms/paper";
import { FORM_TITLES, headingProblems, type OfficialSchool } from "@/domain/government-forms/rules";
import { summaryForm } from "@/domain/government-forms/summary";
import type { GovernmentFormInput } from "@/domain/student-export";
import { MAX_FORM_STUDENTS } from "@/domain/student-export-list";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { attendingOn, readChanges, readFormStudents, requireYear } from "./read-form-students";
import { readSchool } from "./read-school";
import { requireOwn } from "./require-own";

type Year = Awaited<ReturnType<typeof requireYear>>;
type InYear = Awaited<ReturnType<typeof readFormStudents>>;
type Made = { paper: Paper; count: number };

/** One of the ministry's forms, filled in, with what its heading lacks. It is recorded who took it out. */
export async function getGovernmentForm(actor: OrganizationActor, input: GovernmentFormInput) {
  const { form, yearId, sectionIds, format } = input;
  return inOrganization(actor, async (tx) => {
    const [school, year] = await Promise.all([
      readSchool(tx),
      requireYear(tx, yearId),
      requireOwn(tx, sections, sectionIds),
    ]);
    const found = await readFormStudents(tx, year, { sectionIds }, MAX_FORM_STUDENTS + 1);
    if (found.length > MAX_FORM_STUDENTS)
      throw new DomainError("conflict", "export.tooManyForForm", { values: { max: MAX_FORM_STUDENTS } });
    const { paper, count } = await fillIn(tx, {
      input,
      official: school.official,
      today: school.today,
      year,
      found,
    });
    const { code, title } = FORM_TITLES[form];
    await recordEvents(tx, [
      {
        action: "student.form_exported",
        subject: { type: "organization", id: actor.organizationId, name: code || title },
        after: { count, year: year.name, format },
      },
    ]);
    return { paper, year: year.name, problems: headingProblems(school.official) };
  });
}

type Given = {
  input: GovernmentFormInput;
  official: OfficialSchool;
  today: string;
  year: Year;
  found: InYear;
};

async function fillIn(tx: TenantTx, { input, official, today, year, found }: Given): Promise<Made> {
  const latest = today < year.endsOn ? today : year.endsOn;
  if (input.form === "movements") {
    const time = [input.from ?? year.startsOn, input.to ?? latest] as const;
    const movements = movementsOf(found, await readChanges(tx, time), time);
    return { paper: movementsForm(official, year.name, time, movements), count: movements.length };
  }
  const students = await attendingOn(tx, found, input.on ?? latest);
  const paper =
    input.form === "initial"
      ? initialForm(official, year.name, students)
      : summaryForm(official, year, students);
  return { paper, count: students.length };
}

/**
 * Who came and who left in a time: by the day of entry, but for who was there before; by coming back; by leaving, of
 * which finishing school is none.
 */
function movementsOf(
  found: InYear,
  changes: Awaited<ReturnType<typeof readChanges>>,
  [from, to]: readonly [string, string],
): Movement[] {
  const byId = new Map(found.map((student) => [student.id, student]));
  const entered = found.filter(
    ({ enteredOn, entryKind }) =>
      enteredOn !== null && enteredOn >= from && enteredOn <= to && isNewEntry(entryKind),
  );
  const entries = entered.map((student): Movement => {
    const on = student.enteredOn ?? from;
    const noted = changes.find(({ studentId, status }) => studentId === student.id && status === "active");
    return {
      ...student,
      ...{ kind: "entry", on, reason: noted?.reason ?? "" },
      otherSchool: noted?.otherSchool || student.previousSchool,
      otherSchoolCode: noted?.otherSchoolCode ?? "",
    };
  });
  const begun = new Map(entered.map(({ id, enteredOn }) => [id, enteredOn]));
  const others = changes.flatMap((change): Movement[] => {
    const student = byId.get(change.studentId);
    const { status, since, hadLeft, reason, otherSchool, otherSchoolCode } = change;
    const kind = status === "active" ? "entry" : "exit";
    const counts =
      kind === "exit" ? status !== "graduated" : hadLeft && begun.get(change.studentId) !== since;
    if (!student || !counts) return [];
    return [{ ...student, kind, on: since, reason, otherSchool, otherSchoolCode }];
  });
  return [...entries, ...others];
}
