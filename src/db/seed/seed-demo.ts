import type { Role } from "@/domain/roles";
import { DEFAULT_TIME_ZONE, SETTINGS, type SettingKey } from "@/domain/setting-list";
import { newId } from "@/lib/ids";
import { hashPassword } from "@/lib/password-hash";
import { searchKey, sortKey } from "@/lib/text-keys";
import { createPlacement } from "../migrate";
import { asOperator, type OperatorTx } from "../operator";
import { accountPasswords, accounts } from "../schema/core/accounts";
import { organizationSettings, organizationSlugs, organizations } from "../schema/core/organizations";
import { users } from "../schema/core/users";
import { classCoaches, classes, enrollments } from "../schema/tenant/classes";
import { DEMO_SCHOOLS, type DemoSchool } from "./demo-data";
import { seedAcademics } from "./seed-academics";
import { seedSchoolInvitations } from "./seed-school-invitations";
import { seedRecords } from "./seed-students";

/** Fills an empty database with the demo schools. Returns false, and changes nothing, where there is a school already. */
export async function seedDemo(urls: { owner: string; operator: string }): Promise<boolean> {
  const known = await asOperator(urls.operator, ({ db }) => db.$count(organizations));
  if (known > 0) return false;
  for (const school of DEMO_SCHOOLS) {
    if (school.placement !== "app") await createPlacement(urls.owner, school.placement);
  }
  await asOperator(urls.operator, async (tx) => {
    const master = DEMO_SCHOOLS.find((school) => school.kind === "master");
    const masterId = newId();
    for (const school of DEMO_SCHOOLS) {
      await seedSchool(
        tx,
        school,
        school === master ? { id: masterId, masterId: null } : { id: newId(), masterId },
      );
    }
    await seedSchoolInvitations(tx, "Ada Platform");
  });
  return true;
}

async function seedSchool(
  tx: OperatorTx,
  school: DemoSchool,
  { id: organizationId, masterId }: { id: string; masterId: string | null },
): Promise<void> {
  await tx.db.insert(organizations).values({
    id: organizationId,
    masterId,
    slug: school.slug,
    name: school.name,
    description: school.description,
    kind: school.kind,
    plan: "ENTERPRISE",
    maxUsers: 2_000,
    isDefault: school.kind === "master",
    placement: school.placement,
  });
  const settings: Partial<Record<SettingKey, string>> = {
    "branding.primaryColor": school.primaryColor,
    "branding.motto": school.motto,
    "region.locale": school.locale,
    "region.timeZone": DEFAULT_TIME_ZONE,
    "contact.email": school.contact.email,
    "contact.phone": school.contact.phone,
    "contact.address": school.contact.address,
  };
  await tx.db.insert(organizationSlugs).values({ slug: school.slug, organizationId });
  await tx.db.insert(organizationSettings).values(
    Object.entries(settings).map(([key, value]) => ({
      organizationId,
      key,
      value,
      isPublic: SETTINGS[key as SettingKey].isPublic,
    })),
  );
  const userIds = await seedPeople(tx, school, organizationId);
  await seedClasses(tx, school, organizationId, userIds);
  const memberOf = (role: Role) => {
    const found = school.people.find((person) => person.role === role);
    return found && { name: found.name, userId: userIds.get(found.email) ?? "" };
  };
  const parent = memberOf("PARENT");
  await seedRecords(tx, organizationId, {
    offset: DEMO_SCHOOLS.indexOf(school),
    student: memberOf("STUDENT"),
    parent: parent && { ...parent, is: "mother" },
    className: school.classes[0]?.name,
  });
}

async function seedPeople(
  tx: OperatorTx,
  school: DemoSchool,
  organizationId: string,
): Promise<Map<string, string>> {
  const people = school.people.map((person) => ({ ...person, accountId: newId(), userId: newId() }));
  const verifiedAt = new Date();
  await tx.db.insert(accounts).values(
    people.map(({ accountId, email, name }) => ({
      id: accountId,
      email,
      name,
      emailVerifiedAt: verifiedAt,
    })),
  );
  const passwords = await Promise.all(
    people.flatMap(({ accountId, password }) =>
      password ? [hashPassword(password).then((passwordHash) => ({ accountId, passwordHash }))] : [],
    ),
  );
  await tx.db.insert(accountPasswords).values(passwords);
  await tx.db.insert(users).values(
    people.map(({ accountId, userId, email, name, role, tier }) => ({
      organizationId,
      id: userId,
      accountId,
      email,
      name,
      role,
      tier,
      sortKey: sortKey(name),
      searchKey: searchKey(`${name} ${email}`),
    })),
  );
  return new Map(people.map(({ email, userId }) => [email, userId]));
}

async function seedClasses(
  tx: OperatorTx,
  school: DemoSchool,
  organizationId: string,
  userIds: Map<string, string>,
): Promise<void> {
  await tx.enterPlacement(school.placement);
  const ids = await seedAcademics(tx, organizationId, { ...school.academics, locale: school.locale });
  const rows = school.classes.map((row) => ({ ...row, id: newId() }));
  await tx.db.insert(classes).values(
    rows.map(({ id, name, description, year, section, subject, capacity, isArchived }) => ({
      organizationId,
      id,
      name,
      sortKey: sortKey(name),
      description,
      yearId: ids.year(year),
      ...(section && { sectionId: ids.section(year, section) }),
      ...(subject && { subjectId: ids.subject(subject) }),
      capacity,
      ...(isArchived && { state: "archived" as const, archivedAt: new Date() }),
    })),
  );
  const idOf = (email: string) => {
    const id = userIds.get(email);
    if (id === undefined) throw new Error(`The demo has nobody with the address ${email}`);
    return id;
  };
  await tx.db.insert(classCoaches).values(
    rows.flatMap(({ id: classId, lead, coaches = [] }) =>
      [lead, ...coaches].map((email, index) => ({
        organizationId,
        id: newId(),
        classId,
        userId: idOf(email),
        isLead: index === 0,
      })),
    ),
  );
  await tx.db.insert(enrollments).values(
    rows.flatMap(({ id: classId, capacity = Number.POSITIVE_INFINITY, students = [] }) =>
      students.map((email, index) => ({
        organizationId,
        id: newId(),
        classId,
        userId: idOf(email),
        ...(index >= capacity && { state: "waiting" as const, waitNumber: index - capacity + 1 }),
      })),
    ),
  );
}
