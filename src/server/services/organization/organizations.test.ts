import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { violatedUnique } from "@/db/errors";
import { asOperator } from "@/db/operator";
import { auditEvents } from "@/db/schema/core/audit";
import { organizations } from "@/db/schema/core/organizations";
import type { Actor } from "@/db/scope";
import {
  createOrganizationInput,
  exportOrganizationsInput,
  listOrganizationsInput,
  updateAnyOrganizationInput,
} from "@/domain/organization";
import { newId } from "@/lib/ids";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { listOf } from "../../../../tests/support/invitations";
import { eventsAbout } from "../../../../tests/support/look";
import { newEmail, refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { sendInvitations } from "../invitation";
import { deleteOrganization } from "./delete-organization";
import { getOrganization } from "./get-organization";
import { getStatistics } from "./get-statistics";
import { exportOrganizations, listOrganizations } from "./list-organizations";
import {
  createOrganization,
  findOrganizationBySlug,
  getAnyOrganization,
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

  test("suspends and opens guests with a reason for the log, and never the master", async () => {
    const { id: organizationId } = await create("colegio-breve");
    const status = async (id: string) => (await getAnyOrganization(OPERATOR, { organizationId: id })).status;
    const turn = (to: "active" | "suspended", reason?: string) =>
      updateAnyOrganization(OPERATOR, { organizationId, status: to, reason });
    await turn("suspended", "Unpaid");
    await turn("suspended", "Twice is once");
    expect(await status(organizationId)).toBe("suspended");
    await turn("active");
    expect(await status(organizationId)).toBe("active");
    const log = await eventsAbout(urls.operator, { ...master, id: organizationId }, organizationId);
    expect(log.map(({ action, after }) => [action, after?.status, after?.reason])).toEqual([
      ["organization.created", undefined, undefined],
      ["organization.suspended", "suspended", "Unpaid"],
      ["organization.reactivated", "active", undefined],
    ]);
    const suspend = updateAnyOrganization(OPERATOR, { organizationId: master.id, status: "suspended" });
    expect(await refusal(suspend)).toMatchObject({ kind: "conflict", key: "organization.masterStays" });
    expect(await status(master.id)).toBe("active");
    const absent = updateAnyOrganization(OPERATOR, { organizationId: newId(), status: "suspended" });
    expect(await refusal(absent)).toMatchObject({ kind: "not_found" });
  });

  test("changes the terms of a school, and writes over nobody's save", async () => {
    const { id: organizationId } = await create("colegio-terminos");
    const now = () => getAnyOrganization(OPERATOR, { organizationId });
    const { name, plan, maxUsers } = await now();
    const base = { name, plan, maxUsers };
    await updateAnyOrganization(OPERATOR, { organizationId, plan: "PRO", maxUsers: 900, base });
    expect(await now()).toMatchObject({ name, plan: "PRO", maxUsers: 900 });

    const late = { organizationId, name: "Colegio Otro", maxUsers: 40, base };
    expect(await refusal(updateAnyOrganization(OPERATOR, late))).toMatchObject({
      kind: "conflict",
      key: "organization.stale",
    });
    expect(await now()).toMatchObject({ name, maxUsers: 900 });
    await updateAnyOrganization(OPERATOR, { ...late, base: { ...base, maxUsers: 900 } });
    expect(await now()).toMatchObject({ name: "Colegio Otro", plan: "PRO", maxUsers: 40 });
    const log = await eventsAbout(urls.operator, { ...master, id: organizationId }, organizationId);
    expect(log.slice(1).map(({ before, after }) => [before, after])).toEqual([
      [
        { plan: "COMMUNITY", maxUsers: 500 },
        { plan: "PRO", maxUsers: 900 },
      ],
      [
        { name, maxUsers: 900 },
        { name: "Colegio Otro", maxUsers: 40 },
      ],
    ]);
    for (const seats of [0, 1.5, 100_001])
      expect(updateAnyOrganizationInput.safeParse({ organizationId, maxUsers: seats }).success).toBe(false);
  });

  test("shows a deleted school only to who asks for the deleted, and leaves it as it is", async () => {
    const { id: organizationId } = await create("colegio-borrado");
    await deleteOrganization(OPERATOR, { organizationId, confirm: "colegio-borrado" });
    const listed = async (statuses: string[]) => {
      const input = listOrganizationsInput.parse({ search: "colegio-borrado", statuses });
      return (await listOrganizations(OPERATOR, input)).rows.map(({ id }) => id);
    };
    expect(await listed([])).toEqual([]);
    expect(await listed(["inactive"])).toEqual([]);
    expect(await listed(["deleted", "suspended"])).toEqual([organizationId]);
    for (const change of [{ plan: "PRO" as const }, { status: "active" as const }])
      expect(await refusal(updateAnyOrganization(OPERATOR, { organizationId, ...change }))).toMatchObject({
        kind: "conflict",
        key: "organization.deleted",
      });
  });

  test("hands out the list as a file would hold it, and says so in the platform's log", async () => {
    const filter = exportOrganizationsInput.parse({ search: "liceo", plans: ["PRO"] });
    const rows = await exportOrganizations(OPERATOR, filter);
    expect(rows).toMatchObject([{ slug: "pampa-sur", plan: "PRO", userCount: 0, classCount: null }]);
    const [event] = await asOperator(urls.operator, ({ db }) =>
      db.select().from(auditEvents).where(eq(auditEvents.action, "platform.schools_exported")),
    );
    expect(event).toMatchObject({ organizationId: null, after: { count: 1 } });
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
