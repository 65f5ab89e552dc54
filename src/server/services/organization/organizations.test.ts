import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { violatedUnique } from "@/db/errors";
import { asOperator } from "@/db/operator";
import { organizations } from "@/db/schema/core/organizations";
import type { Actor } from "@/db/scope";
import { createOrganizationInput, listOrganizationsInput } from "@/domain/organization";
import { newId } from "@/lib/ids";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { listOf } from "../../../../tests/support/invitations";
import { eventsAbout } from "../../../../tests/support/look";
import { newEmail, refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { sendInvitations } from "../invitation";
import { getOrganization } from "./get-organization";
import { getStatistics } from "./get-statistics";
import {
  closeOrganization,
  createOrganization,
  findOrganizationBySlug,
  getAnyOrganization,
  listOrganizations,
  updateAnyOrganization,
} from "./platform";
import { updateOrganization } from "./update-organization";

const { urls } = await useTestDatabase();

const OPERATOR: Actor = { accountId: null, userId: null, name: "Operator", role: "ADMIN", ipAddress: null };

let master: TestSchool;
beforeAll(async () => {
  master = await makeSchool(urls.operator);
});

describe.each(["app", APART])("a school placed in %s", (placement) => {
  test("changes its own name and settings, and sees its own figures", async () => {
    const school = await makeSchool(urls.operator, placement);
    const admin = school.actor(school.people.ORG_ADMIN);
    await updateOrganization(admin, {
      name: "Liceo Ávila",
      settings: { "branding.motto": "Saber y servir" },
    });
    await updateOrganization(admin, { description: "Bachillerato" });
    expect(await getOrganization(admin)).toMatchObject({
      id: school.id,
      name: "Liceo Ávila",
      description: "Bachillerato",
      settings: { "branding.motto": "Saber y servir", "invitations.days": 14 },
      plan: "COMMUNITY",
    });
    const [event] = await eventsAbout(urls.operator, school, school.id);
    expect(event).toMatchObject({ action: "organization.updated", after: { name: "Liceo Ávila" } });
    expect(event?.before?.name).toMatch(/^School/);

    await sendInvitations(admin, listOf(newEmail(), { role: "STUDENT" }));
    const { usersByRole, ...figures } = await getStatistics(admin);
    expect(figures).toEqual({ activeClasses: 2, activeEnrollments: 1, pendingInvitations: 1 });
    expect(usersByRole.map(({ role, count }) => `${role} ${count}`).sort()).toEqual([
      "ADMIN 1",
      "COACH 1",
      "ORG_ADMIN 1",
      "PARENT 1",
      "STUDENT 1",
    ]);
  });
});

describe("the platform", () => {
  const create = (slug: string) =>
    createOrganization(OPERATOR, createOrganizationInput.parse({ name: "Colegio Nuevo", slug }));

  test("makes schools under names that are free and not reserved", async () => {
    const { id } = await create("colegio-nuevo");
    expect(await getAnyOrganization(OPERATOR, { organizationId: id })).toMatchObject({
      slug: "colegio-nuevo",
      kind: "guest",
      placement: "app",
      status: "active",
      isDefault: false,
    });
    expect(await findOrganizationBySlug(OPERATOR, { slug: "colegio-nuevo" })).toMatchObject({ id });
    expect(await findOrganizationBySlug(OPERATOR, { slug: "no-such" })).toBeUndefined();
    expect(await refusal(create("colegio-nuevo"))).toEqual({
      kind: "conflict",
      key: "slug.taken",
      field: "slug",
      values: { slug: "colegio-nuevo" },
    });
    const reserved = createOrganizationInput.safeParse({ name: "Admin", slug: "admin" });
    expect(reserved.error?.issues.map(({ message }) => message)).toEqual(["slug.reserved"]);
  });

  test("lists every school once, with how many people it has", async () => {
    const apart = await makeSchool(urls.operator, APART);
    const whole = await listOrganizations(OPERATOR, listOrganizationsInput.parse({ limit: 100 }));
    expect(whole.rows.find(({ id }) => id === apart.id)).toMatchObject({ userCount: 5, placement: APART });
    expect(whole.rows.find(({ slug }) => slug === "colegio-nuevo")).toMatchObject({ userCount: 0 });
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await listOrganizations(OPERATOR, listOrganizationsInput.parse({ limit: 2, cursor }));
      seen.push(...page.rows.map(({ id }) => id));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(whole.rows.map(({ id }) => id));
  });

  test("finds schools by name or slug, accents aside, by status and by plan", async () => {
    const { id } = await createOrganization(
      OPERATOR,
      createOrganizationInput.parse({ name: "Liceo Ñandú", slug: "pampa-sur", plan: "PRO" }),
    );
    const found = async (input: Parameters<typeof listOrganizationsInput.parse>[0]) =>
      (await listOrganizations(OPERATOR, listOrganizationsInput.parse(input))).rows.map((row) => row.id);
    expect(await found({ search: "nandu LICEO" })).toEqual([id]);
    expect(await found({ search: "pampa-sur" })).toEqual([id]);
    expect(await found({ search: "liceo", plans: ["PRO"], statuses: ["active"] })).toEqual([id]);
    expect(await found({ search: "liceo", statuses: ["suspended"] })).not.toContain(id);
    expect(await found({ search: ".*%" })).toContain(id);
    expect(await found({ search: "no such school" })).toEqual([]);
  });

  test("suspends, opens and closes guests, and never the master", async () => {
    const { id: organizationId } = await create("colegio-breve");
    const status = async (id: string) => (await getAnyOrganization(OPERATOR, { organizationId: id })).status;
    await updateAnyOrganization(OPERATOR, { organizationId, status: "suspended", plan: "PRO" });
    expect(await getAnyOrganization(OPERATOR, { organizationId })).toMatchObject({
      status: "suspended",
      plan: "PRO",
    });
    await updateAnyOrganization(OPERATOR, { organizationId, status: "active" });
    expect(await status(organizationId)).toBe("active");
    await closeOrganization(OPERATOR, { organizationId });
    expect(await status(organizationId)).toBe("inactive");
    const log = await eventsAbout(urls.operator, { ...master, id: organizationId }, organizationId);
    expect(log.map(({ action, after }) => [action, after?.status])).toEqual([
      ["organization.created", undefined],
      ["organization.updated", "suspended"],
      ["organization.updated", "active"],
      ["organization.closed", "inactive"],
    ]);
    const suspend = updateAnyOrganization(OPERATOR, { organizationId: master.id, status: "suspended" });
    for (const refused of await Promise.all(
      [suspend, closeOrganization(OPERATOR, { organizationId: master.id })].map(refusal),
    ))
      expect(refused).toMatchObject({ kind: "conflict", key: "organization.masterStays" });
    expect(await status(master.id)).toBe("active");
    expect(await refusal(closeOrganization(OPERATOR, { organizationId: newId() }))).toMatchObject({
      kind: "not_found",
    });
  });

  test("has one master and at most one default, by the database's own word", async () => {
    const row = { id: newId(), slug: newId(), name: "X" };
    const attempts = {
      second: { ...row, kind: "master" as const },
      both: { ...row, kind: "guest" as const, masterId: master.id, isDefault: true },
    };
    const violated = (values: typeof organizations.$inferInsert) =>
      asOperator(urls.operator, ({ db }) => db.insert(organizations).values(values)).then(
        () => "nothing",
        violatedUnique,
      );
    expect(await violated(attempts.second)).toBe("organizations_one_master");
    expect(await violated(attempts.both)).toBe("organizations_one_default");
    const orphan = asOperator(urls.operator, ({ db }) =>
      db.insert(organizations).values({ ...row, kind: "guest" }),
    );
    await expect(orphan).rejects.toThrow();
    const demoted = asOperator(urls.operator, ({ db }) =>
      db.update(organizations).set({ kind: "guest" }).where(eq(organizations.id, master.id)),
    );
    await expect(demoted).rejects.toThrow();
    const dropped = asOperator(urls.operator, ({ db }) =>
      db.delete(organizations).where(eq(organizations.id, master.id)),
    );
    await expect(dropped).rejects.toThrow();
    await expect(violated({ ...attempts.both, isDefault: false })).resolves.toBe("nothing");
  });
});
