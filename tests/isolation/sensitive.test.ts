import { eq } from "drizzle-orm";
import type { Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "@/db/client";
import { incidents, vaccinations } from "@/db/schema/tenant/student-records";
import { guardians, healthRecords } from "@/db/schema/tenant/students";
import type { Role } from "@/domain/roles";
import { newId } from "@/lib/ids";
import { PROBES, type ProcedurePath } from "@/server/isolation/probes";
import { appRouter } from "@/server/root";
import { useTestDatabase } from "../support/database";
import { asOperator } from "../support/operator";
import { openSession } from "../support/sessions";
import { call } from "./call";
import { makeTarget, type Target } from "./target";

// Words about health and conduct, and an income that nobody else has, stand in a student's record. Every query is asked
// by everybody who may; they show where they are meant to be shown, and nowhere else. Where they show, the log says so:
// a database that takes no event shows none.

const { urls } = await useTestDatabase();

const HEALTH = "Penicilina-Xq";
const CARE = "Adrenalina-Xq";
const CONDUCT = "Pelea-Xq";
const INCOME = "77318.25";

/** What shows which words, to whom. */
const SHOWN: Partial<Record<ProcedurePath, Partial<Record<Role, readonly string[]>>>> = {
  "health.get": { ORG_ADMIN: [HEALTH, CARE], ADMIN: [HEALTH, CARE], PARENT: [HEALTH, CARE] },
  "health.own": { STUDENT: [CARE] },
  "health.care": { ORG_ADMIN: [CARE], ADMIN: [CARE], COACH: [CARE] },
  "guardian.income": { ORG_ADMIN: [INCOME], ADMIN: [INCOME] },
  // Asked for by name, by who may read it.
  "studentExport.matricula": { ORG_ADMIN: [HEALTH, CARE, INCOME], ADMIN: [HEALTH, CARE, INCOME] },
  "studentExport.record": {
    ORG_ADMIN: [HEALTH, CARE, CONDUCT, INCOME],
    ADMIN: [HEALTH, CARE, CONDUCT, INCOME],
  },
  "incident.list": { ORG_ADMIN: [CONDUCT], ADMIN: [CONDUCT], COACH: [CONDUCT] },
};

const QUERIES = Object.entries(appRouter._def.procedures)
  .filter(([, procedure]) => Reflect.get(procedure, "_def").type === "query")
  .map(([path]) => path as ProcedurePath);
const READERS = ["STUDENT", "PARENT", "COACH", "ORG_ADMIN", "ADMIN"] as const;

let target: Target;
let sessions: Record<Role, { sessionId: string; accountId: string }>;
let owner: Sql;

beforeAll(async () => {
  await makeTarget(urls.operator, "app");
  target = await makeTarget(urls.operator, "app");
  const { school, studentId, guardianId, organizationId } = target;
  owner = connect(urls.owner);
  await owner.unsafe(`
    create function ext.refuse() returns trigger language plpgsql as $$ begin raise 'the log is full'; end $$;
    create trigger refuse before insert on core.audit_unsealed execute function ext.refuse();
    alter table core.audit_unsealed disable trigger refuse`);
  await asOperator(urls.operator, async (tx) => {
    await tx.enterPlacement(school.placement);
    const own = { organizationId, studentId };
    await tx.db
      .update(healthRecords)
      .set({ allergies: CARE, emergencyNotes: CARE, conditions: HEALTH, medication: HEALTH })
      .where(eq(healthRecords.studentId, studentId));
    await tx.db.insert(vaccinations).values({ ...own, id: newId(), vaccine: HEALTH, notes: HEALTH });
    await tx.db.insert(incidents).values({
      ...{ ...own, id: newId(), kind: "violence", severity: "serious", occurredOn: "2026-02-03" },
      ...{ reportedBy: "La portera", description: CONDUCT, actionTaken: CONDUCT, followUp: CONDUCT },
    });
    await tx.db
      .update(guardians)
      .set({ monthlyIncome: Number(INCOME) })
      .where(eq(guardians.id, guardianId));
  });
  const opened = READERS.map(async (role) => [role, await openSession(urls.operator, school.people[role])]);
  sessions = Object.fromEntries(await Promise.all(opened));
});
afterAll(() => owner.end());

describe.each(QUERIES)("%s", (path) => {
  test.each(READERS)("as %s", async (role) => {
    const input = PROBES[path].input?.(target);
    const seen = JSON.stringify(await call(path, sessions[role], input));
    const words = [HEALTH, CARE, CONDUCT, INCOME].filter((word) => seen.includes(word));
    expect(words).toEqual(SHOWN[path]?.[role] ?? []);
    if (words.length === 0) return;
    await owner`alter table core.audit_unsealed enable trigger refuse`;
    try {
      expect(await call(path, sessions[role], input)).toMatchObject({ ok: false });
    } finally {
      await owner`alter table core.audit_unsealed disable trigger refuse`;
    }
  });
});
