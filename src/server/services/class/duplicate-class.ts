import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { users } from "@/db/schema/core/users";
import { classCoaches, enrollments } from "@/db/schema/tenant/classes";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { DuplicateClassInput } from "@/domain/class";
import { DomainError } from "@/server/errors";
import { insertClass } from "./create-class";
import { findActingAdmin } from "./leads";
import { coachRefusal, holdMembers, studentRefusal } from "./members";
import { holdPlace } from "./place";
import { requireClass } from "./policies";
import { placeStudents } from "./seats";
import { tellPlaces } from "./tell";

/**
 * A new active class like this one, which may be archived: with its lead (or the acting admin, where it has none that
 * can lead), and if wanted its other coaches and its students, as far as its seats go; the rest wait.
 */
export async function duplicateClass(
  actor: OrganizationActor,
  { id, name, yearId, sectionId, withCoaches, withStudents }: DuplicateClassInput,
): Promise<{ id: string; enrolled: number; waiting: number }> {
  return inOrganization(actor, async (tx) => {
    const [source, team, roster] = await Promise.all([
      requireClass(tx, id),
      readTeam(tx, id),
      withStudents ? readStudents(tx, id) : [],
    ]);
    const members = await holdMembers(
      tx,
      [...team, ...roster].map((person) => person.id),
    );
    const coaches = team.filter((coach) => {
      const member = members.get(coach.id);
      return member && !coachRefusal(member);
    });
    const lead = coaches.find(({ isLead }) => isLead) ?? (await findActingAdmin(tx));
    if (!lead) throw new DomainError("conflict", "class.leadMissing");
    const { description, capacity } = source;
    const wantedYear = yearId === undefined ? source.yearId : yearId;
    const section = sectionId === undefined && wantedYear === source.yearId ? source.sectionId : sectionId;
    // A subject that has been put away meanwhile comes along all the same.
    const at = await holdPlace(
      tx,
      { yearId: wantedYear, sectionId: section ?? null },
      { yearId: null, sectionId: null, subjectId: source.subjectId },
    );
    const copyId = await insertClass(
      tx,
      { name, description, capacity, ...at },
      {
        lead,
        coaches: withCoaches ? coaches.filter((coach) => coach.id !== lead.id) : [],
        copyOf: { id, name: source.name },
      },
    );
    const students = roster.filter((student) => {
      const member = members.get(student.id);
      return member && !studentRefusal(member);
    });
    const { enrolled, waiting } = await placeStudents(tx, { id: copyId, capacity }, students);
    const copy = { id: copyId, name };
    await tellPlaces(tx, [
      { change: "enrolled", class: copy, students: enrolled },
      { change: "waiting", class: copy, students: waiting },
    ]);
    return { id: copyId, enrolled: enrolled.length, waiting: waiting.length };
  });
}

async function readTeam(tx: TenantTx, classId: string) {
  return tx.db
    .select({ id: users.id, name: users.name, isLead: classCoaches.isLead })
    .from(classCoaches)
    .innerJoin(
      users,
      and(eq(users.organizationId, classCoaches.organizationId), eq(users.id, classCoaches.userId)),
    )
    .where(and(eq(classCoaches.organizationId, tx.actor.organizationId), eq(classCoaches.classId, classId)))
    .orderBy(desc(classCoaches.isLead), asc(classCoaches.createdAt), asc(classCoaches.id));
}

async function readStudents(tx: TenantTx, classId: string) {
  return tx.db
    .select({ id: users.id, name: users.name })
    .from(enrollments)
    .innerJoin(
      users,
      and(eq(users.organizationId, enrollments.organizationId), eq(users.id, enrollments.userId)),
    )
    .where(
      and(
        eq(enrollments.organizationId, tx.actor.organizationId),
        eq(enrollments.classId, classId),
        eq(enrollments.state, "active"),
        isNull(users.leftAt),
      ),
    )
    .orderBy(asc(enrollments.enrolledAt), asc(enrollments.id));
}
