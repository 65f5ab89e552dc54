import { and, eq } from "drizzle-orm";
import { organizations } from "@/db/schema/core/organizations";
import { academicYears, rollovers, sections } from "@/db/schema/tenant/academics";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { RunRolloverInput } from "@/domain/rollover";
import { fullName } from "@/domain/student-list";
import { newId } from "@/lib/ids";
import { wallClock } from "@/lib/wall-clock";
import { DomainError } from "@/server/errors";
import { createYearIn, makeCurrent } from "../academics";
import { recordEvents } from "../audit";
import { archiveClassesIn } from "../class";
import { readTimeZone } from "../organization";
import { judgePlan } from "./judge-plan";
import { type Judged, type Seat, seatKey, type sectionsToHave } from "./plan";
import { type Moving, writeStudents } from "./write-students";

/**
 * Goes on to a new year, in one transaction: its sections, every student in the next grade, in the same one or out of the
 * school, the old year in their history, its classes archived, the old year closed and the new one current. All of it is
 * noted, so that it can be taken back. Throws CONFLICT `rollovers.changed` where the school is no longer as the preview
 * showed it, and as `judgePlan` does.
 */
export async function runRollover(
  actor: OrganizationActor,
  { expected, ...plan }: RunRolloverInput,
): Promise<{ id: string; toYearId: string; counts: Record<Judged["outcome"], number>; classCount: number }> {
  return inOrganization(actor, async (tx) => {
    const { organizationId } = actor;
    const { from, known, old, judged, counts, wanted } = await judgePlan(tx, plan, { lock: true });
    if (
      counts.promoted !== expected.promoted ||
      counts.held_back !== expected.heldBack ||
      counts.graduated !== expected.graduated
    )
      throw new DomainError("conflict", "rollovers.changed");
    const [[school], timeZone, [current]] = await Promise.all([
      tx.db
        .select({ name: organizations.name })
        .from(organizations)
        .where(eq(organizations.id, organizationId)),
      readTimeZone(tx),
      tx.db
        .select({ id: academicYears.id })
        .from(academicYears)
        .where(and(eq(academicYears.organizationId, organizationId), eq(academicYears.isCurrent, true))),
    ]);
    const to =
      known ?? ("name" in plan.to ? { id: await createYearIn(tx, plan.to), name: plan.to.name } : from);
    const { made, sectionIds } = await haveSections(tx, to.id, wanted);
    const classIds = old.classIds;
    const id = newId();
    await tx.db.insert(rollovers).values({
      ...{ organizationId, id, fromYearId: from.id, toYearId: to.id, doneBy: actor.name },
      made: {
        ...{ sections: made, classes: classIds, toState: [known?.state ?? "planned"] },
        ...{ fromState: [from.state], current: current ? [current.id] : [] },
      },
    });
    const moving: Moving = {
      ...{ rolloverId: id, from, toYearId: to.id, school: school?.name ?? "", sectionIds },
      today: wallClock(new Date(), timeZone).slice(0, 10),
    };
    await writeStudents(tx, judged, moving);
    if (classIds.length > 0) await archiveClassesIn(tx, classIds);
    if (!known?.isCurrent) await makeCurrent(tx, to);
    await closeOld(tx, from);
    await tell(tx, judged, { id, from, to, counts, classCount: classIds.length, old });
    return { id, toYearId: to.id, counts, classCount: classIds.length };
  });
}

/** The sections by grade and name, those made that were not there; without events, since the rollover's own tells. */
async function haveSections(tx: TenantTx, yearId: string, wanted: ReturnType<typeof sectionsToHave>) {
  const { organizationId } = tx.actor;
  const made =
    wanted.length === 0
      ? []
      : await tx.db
          .insert(sections)
          .values(wanted.map((section) => ({ organizationId, id: newId(), yearId, ...section })))
          .onConflictDoNothing()
          .returning({ id: sections.id });
  const rows = await tx.db
    .select({ id: sections.id, gradeId: sections.gradeId, name: sections.name })
    .from(sections)
    .where(and(eq(sections.organizationId, organizationId), eq(sections.yearId, yearId)));
  return {
    made: made.map(({ id }) => id),
    sectionIds: new Map(rows.map((row) => [seatKey(row), row.id])),
  };
}

async function closeOld(tx: TenantTx, { id, name }: { id: string; name: string }): Promise<void> {
  await tx.db
    .update(academicYears)
    .set({ state: "closed", isCurrent: false, updatedAt: new Date() })
    .where(and(eq(academicYears.organizationId, tx.actor.organizationId), eq(academicYears.id, id)));
  await recordEvents(tx, [{ action: "year.closed", subject: { type: "year", id, name } }]);
}

const ACTIONS = {
  promoted: "student.promoted",
  held_back: "student.held_back",
  graduated: "student.graduated",
} as const;

type Told = {
  id: string;
  from: { name: string };
  to: { name: string };
  counts: Record<Judged["outcome"], number>;
  classCount: number;
  old: Awaited<ReturnType<typeof judgePlan>>["old"];
};

/** The whole once, and to each student's own log what became of them. */
async function tell(tx: TenantTx, judged: readonly Judged[], told: Told): Promise<void> {
  const { id, from, to, counts, classCount, old } = told;
  const gradeNames = new Map(old.grades.map((grade) => [grade.id, grade.name]));
  const sectionsById = new Map(old.sections.map((section) => [section.id, section]));
  const placeOf = (seat: Seat | null | undefined, gradeId: string | null) =>
    [gradeNames.get(gradeId ?? "") ?? "", seat?.name ?? ""].join(" ").trim();
  await recordEvents(tx, [
    {
      action: "rollover.done",
      subject: { type: "rollover", id, name: `${from.name} → ${to.name}` },
      before: { year: from.name },
      after: {
        ...{ year: to.name, promoted: counts.promoted, heldBack: counts.held_back },
        ...{ graduated: counts.graduated, leftOut: counts.left_out, classes: classCount },
      },
    },
    ...judged.flatMap(({ student, outcome, gradeId, seat }) => {
      if (outcome === "left_out") return [];
      const place = placeOf(sectionsById.get(student.sectionId ?? ""), student.gradeId);
      return [
        {
          action: ACTIONS[outcome],
          subject: { type: "student", id: student.id, name: fullName(student) },
          before: { year: from.name, place },
          after:
            outcome === "graduated"
              ? { year: from.name, place }
              : { year: to.name, place: placeOf(seat, gradeId) },
        },
      ];
    }),
  ]);
}
