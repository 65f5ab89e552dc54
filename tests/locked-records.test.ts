import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { connect } from "@/db/client";
import { students } from "@/db/schema/tenant/students";
import { PROBES, type ProcedurePath } from "@/server/isolation/probes";
import { appRouter } from "@/server/root";
import { call } from "./isolation/call";
import { makeTarget, type Target } from "./isolation/target";
import { APART } from "./support/cluster";
import { useTestDatabase } from "./support/database";
import { asOperator } from "./support/operator";

// A record that has gone to another school is read-only: every mutation about students is done to one, and changes nothing.

const { urls } = await useTestDatabase();

/** Routers whose mutations are about students, or can reach them. */
const ROUTERS =
  /^(student\w*|record\w*|guardian|health|incident|attendance|document|academicRecord|rollover|section|year|import)\./;

const MUTATIONS = Object.entries(appRouter._def.procedures)
  .filter(([path, procedure]) => ROUTERS.test(path) && Reflect.get(procedure, "_def").type === "mutation")
  .map(([path]) => path as ProcedurePath);

beforeAll(async () => {
  // The first school is the master and the default.
  await makeTarget(urls.operator, "app");
});

/** Everything of the school's locked students, as PostgreSQL writes it, by table. */
async function lockedRows({ school }: Target): Promise<string[]> {
  const sql = connect(urls.operator);
  try {
    const tables = await sql<{ name: string }[]>`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'student_id'
      where c.relkind = 'r' and c.relnamespace::regnamespace::text = ${school.placement}
        and c.relname !~ '^(student_import|rollover)' order by 1`;
    const own = sql`select id from ${sql(`${school.placement}.students`)} where organization_id = ${school.id}
      and locked_at is not null`;
    const found = [
      ...(await sql`select t::text as row from ${sql(`${school.placement}.students`)} t where id in (${own}) order by 1`),
    ];
    for (const { name } of tables)
      found.push(
        ...(await sql`select ${name} || t::text as row from ${sql(`${school.placement}.${name}`)} t
          where student_id in (${own}) order by 1`),
      );
    return found.map(({ row }) => String(row));
  } finally {
    await sql.end();
  }
}

test("there are mutations about students", () => {
  expect(MUTATIONS).toEqual(expect.arrayContaining(["student.update", "student.setStatus", "guardian.add"]));
  expect(MUTATIONS.length).toBeGreaterThan(20);
});

test.each(MUTATIONS)("%s", async (path) => {
  const target = await makeTarget(urls.operator, APART);
  await asOperator(urls.operator, async (tx) => {
    await tx.enterPlacement(APART);
    await tx.db
      .update(students)
      .set({ lockedAt: new Date(), status: "transferred" })
      .where(eq(students.organizationId, target.organizationId));
  });
  const before = await lockedRows(target);
  expect(before.length).toBeGreaterThan(8);
  await call(path, target.sessions.ORG_ADMIN, PROBES[path].input?.(target));
  expect(await lockedRows(target)).toEqual(before);
});
