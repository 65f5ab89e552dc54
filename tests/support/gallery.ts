import { eq } from "drizzle-orm";
import { asOperator, type OperatorTx } from "@/db/operator";
import { accountPasswords, accounts } from "@/db/schema/core/accounts";
import { auditEvents, auditUnsealed } from "@/db/schema/core/audit";
import { organizationSettings, organizationSlugs, organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import { classCoaches, classes, enrollments } from "@/db/schema/tenant/classes";
import { seedAcademics } from "@/db/seed/seed-academics";
import { seedRecords } from "@/db/seed/seed-students";
import type { Role } from "@/domain/roles";
import { DAY } from "@/lib/duration";
import { newId } from "@/lib/ids";
import { hashPassword } from "@/lib/password-hash";
import { searchKey, sortKey } from "@/lib/text-keys";
import { addImport } from "./gallery-import";

/** The school of the screenshots. No test changes it, so that its screens stay what they are. */

const PASSWORD = "Samán frondoso 5";
const account = (name: string) => ({ email: `${name}@los-samanes.example`, password: PASSWORD });

export const GALLERY_SLUG = "los-samanes";

/** Who opens its pages, by the visitors of e2e/pages.ts. */
export const GALLERY = {
  admin: account("direccion"),
  coach: account("docente"),
  student: account("alumna"),
  parent: account("representante"),
};

const GIVEN = "Amaru Belén Camilo Dalia Elías Flor Gael Hilda Iván Jade Kurt Luna Mateo Nieves Óscar".split(
  " ",
);
const FAMILY = "Araque Briceño Cova Dávila Erazo Farfán Guanipa Hurtado".split(" ");
const FIRST: [string, Role, string][] = [
  ["Rebeca Araguaney", "ORG_ADMIN", GALLERY.admin.email],
  ["Saúl Bucare", "COACH", GALLERY.coach.email],
  ["Tania Cedro", "COACH", "docente2@los-samanes.example"],
  ["Uma Drago", "STUDENT", GALLERY.student.email],
  ["Víctor Drago", "PARENT", GALLERY.parent.email],
];
const STUDENTS = 60;
const PARENTS = 9;

/** Name, school year, seats, students, and the place of the lead among `FIRST`, where there is one. */
const CLASSES: [string, string, number | null, number, number | null][] = [
  ["Biología 4.º A", "2026-2027", 30, 24, 1],
  ["Castellano 4.º A", "2026-2027", 20, 20, 1],
  ["Física 5.º B", "2026-2027", 12, 14, 2],
  ["Robotics 1", "2026-2027", null, 9, 2],
  ["Teatro", "2026-2027", 25, 6, null],
];

type Person = { id: string; accountId: string; name: string; email: string; role: Role };

/** Adds the school beside the demo's. */
export async function hangGallery(operatorUrl: string): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD);
  await asOperator(operatorUrl, async (tx) => {
    const organizationId = newId();
    await addSchool(tx, organizationId);
    const people = peopleOf();
    await tx.db.insert(accounts).values(
      people.map(({ accountId, email, name }) => ({
        id: accountId,
        email,
        name,
        emailVerifiedAt: ago(300),
      })),
    );
    const known = new Set(Object.values(GALLERY).map(({ email }) => email));
    await tx.db
      .insert(accountPasswords)
      .values(
        people.flatMap(({ accountId, email }) => (known.has(email) ? { accountId, passwordHash } : [])),
      );
    await tx.db.insert(users).values(
      people.map(({ id, accountId, name, email, role }, place) => ({
        ...{ organizationId, id, accountId, name, email, role },
        sortKey: sortKey(name),
        searchKey: searchKey(`${name} ${email}`),
        joinedAt: ago(320 - place * 4),
        lastSeenAt: place % 3 === 0 ? ago(place / 3) : null,
      })),
    );
    await addClasses(tx, organizationId, people);
    const [, , , student, parent] = people;
    await seedRecords(tx, organizationId, {
      offset: 2,
      student: student && { name: student.name, userId: student.id },
      parent: parent && { name: parent.name, userId: parent.id, is: "father" },
      className: "Biología 4.º A",
    });
    await addImport(tx, organizationId, people[0]?.name ?? "");
    await addEvents(tx, organizationId, people);
  });
}

function ago(days: number): Date {
  return new Date(Date.now() - days * DAY);
}

async function addSchool(tx: OperatorTx, id: string): Promise<void> {
  const [master] = await tx.db
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.kind, "master"));
  const slug = GALLERY_SLUG;
  await tx.db.insert(organizations).values({
    ...{ id, slug, name: "Liceo Los Samanes", plan: "PRO", createdAt: ago(330) },
    description: "Un liceo inventado, con jardín.",
    masterId: master?.id ?? null,
  });
  await tx.db.insert(organizationSlugs).values({ slug, organizationId: id });
  const settings = { "branding.primaryColor": "#2f6b3a", "branding.motto": "Crecer despacio y derecho" };
  await tx.db
    .insert(organizationSettings)
    .values(
      Object.entries(settings).map(([key, value]) => ({ organizationId: id, key, value, isPublic: true })),
    );
}

function peopleOf(): Person[] {
  const made = Array.from({ length: STUDENTS + PARENTS }, (_, n): [string, Role, string] => [
    `${GIVEN[n % GIVEN.length]} ${FAMILY[Math.floor(n / 2) % FAMILY.length]}`,
    n < STUDENTS ? "STUDENT" : "PARENT",
    `persona${n + 1}@los-samanes.example`,
  ]);
  return [...FIRST, ...made].map(([name, role, email]) => ({
    ...{ id: newId(), accountId: newId(), name, role, email },
  }));
}

async function addClasses(tx: OperatorTx, organizationId: string, people: Person[]): Promise<void> {
  await tx.enterPlacement("app");
  const students = people.filter(({ role }) => role === "STUDENT");
  const ids = await seedAcademics(tx, organizationId, {
    ...{ locale: "es", years: ["2025-2026", "2026-2027"], sections: ["A", "B"] },
    subjects: [
      ["Biología", "BIO"],
      ["Castellano", "CAS"],
      ["Física", "FIS"],
    ],
  });
  for (const [name, year, capacity, enrolled, lead] of CLASSES) {
    const classId = newId();
    await tx.db.insert(classes).values({
      ...{ organizationId, id: classId, name, sortKey: sortKey(name), yearId: ids.year(year), capacity },
      createdAt: ago(300),
    });
    const coach = lead === null ? undefined : people[lead];
    if (coach)
      await tx.db
        .insert(classCoaches)
        .values({ organizationId, id: newId(), classId, userId: coach.id, isLead: true });
    await tx.db.insert(enrollments).values(
      students.slice(0, enrolled).map(({ id: userId }, place) => ({
        ...{ organizationId, id: newId(), classId, userId },
        enrolledAt: ago(200 - place * 6),
      })),
    );
  }
}

async function addEvents(tx: OperatorTx, organizationId: string, people: Person[]): Promise<void> {
  const [admin, ...others] = people;
  if (!admin) throw new Error("The gallery has an administrator");
  const event = (actor: Person, subject: Person, action: string, days: number) => ({
    ...{ id: newId(), organizationId, action, createdAt: ago(days) },
    ...{ actorAccountId: actor.accountId, actorUserId: actor.id, actorName: actor.name },
    ...{ subjectType: "user", subjectId: subject.id, subjectName: subject.name },
  });
  const events = others
    .slice(0, 12)
    .map((subject, place) => event(admin, subject, place % 3 ? "user.suspended" : "user.reactivated", place));
  await tx.db.insert(auditEvents).values(events);
  await tx.db
    .insert(auditUnsealed)
    .values(events.map(({ id, createdAt }) => ({ eventId: id, organizationId, createdAt })));
}
