import type { Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "@/db/client";
import { hashToken } from "@/lib/tokens";
import { PROBES, type ProbeTarget, type ProcedurePath } from "@/server/isolation/probes";
import { appRouter } from "@/server/root";
import { call, type Outcome } from "../isolation/call";
import { makeTarget, type Target } from "../isolation/target";
import { checksumOfAll } from "../support/checksum";
import { APART } from "../support/cluster";
import { useTestDatabase } from "../support/database";
import { openSession } from "../support/sessions";

// Every mutation of the root router is done once by whom it belongs to: what it changes, the log tells, or nothing is
// changed. That both are of one transaction is shown by a database that takes no event: the change is gone too.

const { urls } = await useTestDatabase();

/** Changes that leave no event, and why. */
const UNTOLD: Partial<Record<ProcedurePath, string>> = {};

/** What is done first, so that there is something to change. */
const FIRST: Partial<Record<ProcedurePath, ProcedurePath>> = {
  "academicRecord.restore": "academicRecord.remove",
  "account.removePhoto": "account.setPhoto",
  "grade.restore": "grade.archive",
  "document.restore": "document.remove",
  "incident.restore": "incident.void",
  "organization.removeLogo": "organization.setLogo",
  "platform.leaveOrganization": "platform.enterOrganization",
  "subject.restore": "subject.archive",
  "user.reactivate": "user.suspend",
  "year.reopen": "year.close",
};

/** Where the probe's call would leave its own school as it is. */
const INPUTS: Partial<Record<ProcedurePath, (target: ProbeTarget) => unknown>> = {
  "class.enroll": ({ otherClassId, userId }) => ({ id: otherClassId, userIds: [userId] }),
  "organization.changeSlug": ({ slug }) => ({ slug: `${slug}-2` }),
};

/** What is asked as a mutation though it changes nothing, and why. */
const IDLE: Partial<Record<ProcedurePath, string>> = {
  "account.exportData": "a copy that is taken out; it is told all the same",
  "class.previewEnrollment": "a preview of a list too long for an address",
  "class.readFile": "reads a file that was sent",
  "domain.verify": "asks the world's names, where the probe's domain has no record",
  "grade.createUsual": "a school that has grades keeps them",
  "invitation.preview": "a preview of a list too long for an address",
  "invitation.readFile": "reads a file that was sent",
  "recordAccount.previewGuardians": "a preview of a list too long for an address",
  "recordMerge.showSensitive": "a reading, which is told",
  "rollover.preview": "a preview of a plan too long for an address",
  "schoolInvitation.preview": "a preview of a list too long for an address",
  "schoolInvitation.readFile": "reads a file that was sent",
  "studentImport.showSensitive": "a reading, which is told",
};

const MUTATIONS = Object.entries(appRouter._def.procedures)
  .filter(([, procedure]) => Reflect.get(procedure, "_def").type === "mutation")
  .map(([path]) => path as ProcedurePath);

const secrets = new Set<string>(["Otra clave segura 9"]);
/** Of the owner, who changes the schema, and of who sees every row. */
let sql: Sql;
let reader: Sql;

beforeAll(async () => {
  sql = connect(urls.owner);
  reader = connect(urls.operator);
  await sql.unsafe(`
    create table ext.refusing ();
    create function ext.refuse() returns trigger language plpgsql security definer as $$
      begin if exists (select from ext.refusing) then raise 'the log is full'; end if; return null; end $$;
    create trigger refuse before insert on core.audit_unsealed execute function ext.refuse()`);
  // The first school is the master and the default; the probes are about the guests.
  await makeTarget(urls.operator, "app");
});
afterAll(() => Promise.all([sql.end(), reader.end()]));

const STORED = {
  schemas: ["core", "app", APART],
  // The log itself, and what counts attempts.
  without: [
    ...["audit_events", "audit_unsealed", "audit_seals", "rate_limits"].map((name) => `core.${name}`),
    ...["core", "app", APART].map((schema) => `${schema}.schema_migrations`),
  ],
};

/** Values for all that is stored, but the log, and the number of jobs. */
async function state(): Promise<string[]> {
  const [sums, [jobs]] = await Promise.all([
    checksumOfAll(reader, STORED),
    sql`select count(*)::int as count from graphile_worker.jobs`,
  ]);
  return [...sums, `jobs ${jobs?.count}`];
}

async function eventCount(): Promise<number> {
  const [row] = await reader<{ count: number }[]>`select count(*)::int as count from core.audit_events`;
  return row?.count ?? 0;
}

async function whileNothingIsTold(attempt: () => Promise<Outcome>): Promise<Outcome> {
  // A row, not a trigger that comes and goes: that would have every statement planned anew.
  await sql`insert into ext.refusing default values`;
  try {
    return await attempt();
  } finally {
    await sql`delete from ext.refusing`;
  }
}

function keepSecrets(target: Target, outcome: Outcome): void {
  const { password, invitationToken, accountToken, resetToken, emailChangeToken, transferToken } = target;
  const tokens = [invitationToken, accountToken, resetToken, emailChangeToken, transferToken];
  for (const secret of [password, ...tokens, ...tokens.map(hashToken)]) secrets.add(secret);
  for (const [, token = ""] of JSON.stringify(outcome).matchAll(/token=([\w-]{43})/g)) secrets.add(token);
}

const idle: string[] = [];

describe("every mutation", () => {
  test.each(MUTATIONS)("%s", async (path) => {
    const theirs = await makeTarget(urls.operator, APART);
    const ofPlatform = PROBES[path].expect === "platform" || path === "platform.leaveOrganization";
    const ours = ofPlatform ? await makeTarget(urls.operator, "app") : undefined;
    const attempt = (name: ProcedurePath) => {
      const probe = PROBES[name];
      const by = ours?.sessions.ADMIN ?? theirs.sessions[probe.by ?? "ORG_ADMIN"];
      return call(
        name,
        probe.expect === "capability" ? undefined : by,
        (INPUTS[name] ?? probe.input)?.(theirs),
      );
    };
    // There is another session to end, and what only says that somebody was here is said already.
    await openSession(urls.operator, theirs.school.people.ORG_ADMIN);
    await attempt("account.preferences");
    const first = FIRST[path];
    if (first) expect(await attempt(first)).toMatchObject({ ok: true });
    const before = await state();
    const events = await eventCount();

    const refused = await whileNothingIsTold(() => attempt(path));
    expect(await state()).toEqual(before);
    expect(await eventCount()).toBe(events);

    const done = await attempt(path);
    keepSecrets(theirs, done);
    expect(done).toMatchObject({ ok: true });
    const changed = (await state()).filter((sum, index) => sum !== before[index]);
    if (changed.length === 0) idle.push(path);
    else if (!UNTOLD[path])
      expect({ changed, told: await eventCount() }).not.toEqual({ changed, told: events });
    if (changed.length > 0 && !UNTOLD[path]) expect(refused.ok).toBe(false);
  });

  test("was tried with something to change, but for those that are known", () => {
    expect(idle.sort()).toEqual(Object.keys(IDLE).sort());
  });

  test("has told no password, token or hash of one", async () => {
    const rows = await reader<{ event: string }[]>`select e::text as event from core.audit_events e`;
    expect(rows.length).toBeGreaterThan(MUTATIONS.length);
    expect(secrets.size).toBeGreaterThan(MUTATIONS.length);
    for (const { event } of rows) {
      expect(event).not.toContain("$argon2");
      for (const secret of secrets) expect(event.includes(secret), event).toBe(false);
    }
  });
});
