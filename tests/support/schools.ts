import { eq } from "drizzle-orm";
import type { OperatorTx } from "@/db/operator";
import { accounts } from "@/db/schema/core/accounts";
import { organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import { classCoaches, classes, enrollments } from "@/db/schema/tenant/classes";
import type { OrganizationActor } from "@/db/scope";
import type { Role } from "@/domain/roles";
import { newId } from "@/lib/ids";
import { searchKey, sortKey } from "@/lib/text-keys";
import { asOperator } from "./operator";

export type TestPerson = { id: string; accountId: string; name: string; email: string; role: Role };

export type TestSchool = {
  id: string;
  slug: string;
  placement: string;
  people: Record<Role, TestPerson>;
  /** One that the coach leads and the student attends, one that nobody does. */
  classes: { led: string; other: string };
  actor(person: TestPerson): OrganizationActor;
};

let counter = 0;

/** A school with one person of each role and two classes; the first of a database is its master and default. */
export async function makeSchool(operatorUrl: string, placement = "app"): Promise<TestSchool> {
  counter += 1;
  const id = newId();
  const slug = `school-${counter}-${id.slice(-8)}`;
  const led = newId();
  const other = newId();
  const people = await asOperator(operatorUrl, async (tx) => {
    const [master] = await tx.db
      .select({ id: organizations.id })
      .from(organizations)
      .where(eq(organizations.kind, "master"));
    await tx.db.insert(organizations).values({
      id,
      slug,
      name: `School ${counter}`,
      kind: master ? "guest" : "master",
      masterId: master?.id ?? null,
      isDefault: !master,
      placement,
    });
    const made: Record<Role, TestPerson> = {
      STUDENT: await addPerson(tx, id, { role: "STUDENT" }),
      PARENT: await addPerson(tx, id, { role: "PARENT" }),
      COACH: await addPerson(tx, id, { role: "COACH" }),
      ORG_ADMIN: await addPerson(tx, id, { role: "ORG_ADMIN" }),
      ADMIN: await addPerson(tx, id, { role: "ADMIN" }),
    };
    await tx.enterPlacement(placement);
    await tx.db.insert(classes).values([
      { organizationId: id, id: led, name: `Led ${counter}`, sortKey: `led ${counter}` },
      { organizationId: id, id: other, name: `Other ${counter}`, sortKey: `other ${counter}` },
    ]);
    await tx.db
      .insert(classCoaches)
      .values({ organizationId: id, id: newId(), classId: led, userId: made.COACH.id, isLead: true });
    await tx.db
      .insert(enrollments)
      .values({ organizationId: id, id: newId(), classId: led, userId: made.STUDENT.id });
    return made;
  });
  return {
    id,
    slug,
    placement,
    people,
    classes: { led, other },
    actor: (person) => ({
      organizationId: id,
      placement,
      accountId: person.accountId,
      userId: person.id,
      name: person.name,
      role: person.role,
      ipAddress: null,
    }),
  };
}

/** A member without a password. */
export async function addPerson(
  tx: OperatorTx,
  organizationId: string,
  { role, name = `${role} ${newId().slice(-6)}` }: { role: Role; name?: string },
): Promise<TestPerson> {
  const person = { id: newId(), accountId: newId(), name, email: `${newId()}@people.example`, role };
  const { accountId, email } = person;
  await tx.db.insert(accounts).values({ id: accountId, email, name, emailVerifiedAt: new Date() });
  await tx.db.insert(users).values({
    organizationId,
    id: person.id,
    accountId,
    name,
    email,
    role,
    sortKey: sortKey(name),
    searchKey: searchKey(`${name} ${email}`),
  });
  return person;
}
