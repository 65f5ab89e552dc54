import { afterAll, describe, expect, test } from "vitest";
import { connect } from "@/db/client";
import { APART } from "../support/cluster";
import { createTestDatabase } from "../support/database";

// Every rule of the isolation section, asked of PostgreSQL's own catalogue: a new table cannot escape.

const database = await createTestDatabase();
const sql = connect(database.urls.owner, { max: 2 });
afterAll(async () => {
  await sql.end();
  await database.drop();
});

const WEB_ROLES = ["homeroom_app", "homeroom_tenant", "homeroom_platform", "homeroom_gate"];
const PLACEMENTS = ["app", APART];
/** Every table of the control plane, and how its rows are scoped. */
const CORE_TABLES = {
  organizations: "organization",
  organization_settings: "organization",
  organization_slugs: "organization",
  users: "organization",
  invitations: "organization",
  invitation_tokens: "organization",
  invitation_batches: "organization",
  audit_events: "organization",
  audit_unsealed: "organization",
  audit_seals: "organization",
  organization_domains: "organization",
  organization_usage: "organization",
  organization_headcounts: "organization",
  provisionings: "organization",
  api_keys: "organization",
  student_transfers: "organization",
  accounts: "account",
  account_passwords: "account",
  sessions: "account",
  tokens: "account",
  email_changes: "account",
  hand_offs: "account",
  refresh_tokens: "account",
  workspaces: "account",
  school_invitations: "global",
  idempotency_keys: "global",
  rate_limits: "global",
  outbox_messages: "global",
  schema_migrations: "owner",
} as const;

/** What another school is shown, and none but the owner writes. */
const BOTH_SCHOOLS_SEE = new Set(["student_transfers"]);

const TENANT_TABLES = [
  "academic_records",
  "academic_years",
  "attendance_days",
  "authorized_persons",
  "class_coaches",
  "classes",
  "counters",
  "enrollments",
  "grades",
  "guardians",
  "health_records",
  "import_mappings",
  "incidents",
  "record_merges",
  "rollover_students",
  "rollovers",
  "saved_views",
  "sections",
  "student_documents",
  "student_guardians",
  "student_import_changes",
  "student_import_rows",
  "student_imports",
  "student_statuses",
  "students",
  "subjects",
  "terms",
  "vaccinations",
];

type Column = { schema: string; table: string; column: string };
const rows = async <T>(query: PromiseLike<unknown>) => (await query) as T[];

describe("tables", () => {
  test("of the control plane are each declared with a scope", async () => {
    const found = await rows<{ name: string }>(
      sql`select relname as name from pg_class where relnamespace = 'core'::regnamespace and relkind in ('r', 'p')`,
    );
    expect(found.map(({ name }) => name).sort()).toEqual(Object.keys(CORE_TABLES).sort());
  });

  test("of the tenant plane are the same in every placement, and none is elsewhere", async () => {
    const found = await rows<{ schema: string; name: string }>(sql`
      select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'f', 'm') and n.nspname not in ('core', 'graphile_worker', 'pg_catalog',
        'information_schema') and n.nspname not like 'pg\\_%' order by 1, 2`);
    const inPlacement = (placement: string) =>
      found.filter(({ schema }) => schema === placement).map(({ name }) => name);
    expect([...new Set(found.map(({ schema }) => schema))].sort()).toEqual([...PLACEMENTS].sort());
    expect(inPlacement("app")).toEqual(TENANT_TABLES);
    expect(inPlacement(APART)).toEqual(inPlacement("app"));
  });

  test("have row security enabled and forced, but for the ledger that no role of the web may read", async () => {
    const found = await rows<{ schema: string; name: string }>(sql`
      select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname = any(${["core", ...PLACEMENTS]})
        and not (c.relrowsecurity and c.relforcerowsecurity)`);
    expect(found).toEqual([{ schema: "core", name: "schema_migrations" }]);
  });

  test("belong to the owner, who cannot log in and bypasses nothing", async () => {
    const found = await rows(sql`
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any(${["core", ...PLACEMENTS]}) and c.relkind in ('r', 'p', 'v', 'S')
        and c.relowner <> 'homeroom_owner'::regrole`);
    expect(found).toEqual([]);
  });

  test("have no identity columns, sequences or triggers of their own", async () => {
    const schemas = ["core", ...PLACEMENTS];
    expect(
      await rows(sql`select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'S' and n.nspname = any(${schemas})`),
    ).toEqual([]);
    expect(
      await rows(sql`select t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
      join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and n.nspname = any(${schemas})`),
    ).toEqual([]);
  });

  test("have no enum, citext or domain columns: none of their operators is leakproof", async () => {
    const found = await rows<Column>(sql`
      select table_schema as schema, table_name as table, column_name as column from information_schema.columns
      where table_schema = any(${["core", ...PLACEMENTS]}) and (data_type = 'USER-DEFINED' or domain_name is not null)`);
    expect(found).toEqual([]);
  });

  test("names stay under PostgreSQL's 63 characters, so that none was cut", async () => {
    const found = await rows(sql`
      select conname as name from pg_constraint where length(conname) >= 63
      union all select relname from pg_class where length(relname) >= 63`);
    expect(found).toEqual([]);
  });
});

describe("tenant tables", () => {
  test("have organization_id uuid not null and the primary key (organization_id, id)", async () => {
    const keys = await rows<{ table: string; columns: string[] }>(sql`
      select c.oid::regclass::text as table, array(
        select a.attname::text from unnest(k.conkey) with ordinality as x(n, i)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = x.n order by x.i) as columns
      from pg_class c left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
      where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text = any(${PLACEMENTS})`);
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect(key).toEqual({ table: key.table, columns: ["organization_id", "id"] });
    const columns = await rows<Column & { type: string; nullable: string }>(sql`
      select table_name as table, data_type as type, is_nullable as nullable from information_schema.columns
      where column_name = 'organization_id' and table_schema = any(${PLACEMENTS})`);
    expect(columns).toHaveLength(keys.length);
    for (const column of columns) expect(column).toMatchObject({ type: "uuid", nullable: "NO" });
  });

  test("have every index and every exclusion begin with organization_id", async () => {
    const found = await rows(sql`
      select i.indexrelid::regclass::text as index from pg_index i
      join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where n.nspname = any(${PLACEMENTS}) and a.attname is distinct from 'organization_id'`);
    expect(found).toEqual([]);
  });

  test("refer to each other by organization_id too, to the placement they are in, and never SET NULL", async () => {
    const keys = await rows<{
      name: string;
      first: string;
      same: boolean;
      core: boolean;
      action: string;
    }>(sql`
      select k.conname as name, a.attname as first, k.confdeltype as action,
        f.relnamespace = c.relnamespace as same, f.relnamespace = 'core'::regnamespace as core
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.contype = 'f' and c.relnamespace::regnamespace::text = any(${PLACEMENTS})`);
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) {
      expect(key).toMatchObject({ first: "organization_id" });
      expect(key.same || key.core, key.name).toBe(true);
      expect(["c", "r"], key.name).toContain(key.action);
    }
  });

  test("are never referred to from the control plane", async () => {
    const found = await rows(sql`
      select k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
      where k.contype = 'f' and c.relnamespace = 'core'::regnamespace and f.relnamespace <> 'core'::regnamespace`);
    expect(found).toEqual([]);
  });
});

describe("policies", () => {
  const SCOPE =
    "(organization_id = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)";

  test("of a tenant table are exactly one: permissive, for homeroom_tenant, on the scope's organization", async () => {
    const tables = await rows<{ table: string; policies: unknown }>(sql`
      select c.oid::regclass::text as table, coalesce((select json_agg(json_build_object(
          'name', p.policyname, 'permissive', p.permissive, 'roles', p.roles, 'cmd', p.cmd, 'qual', p.qual,
          'check', p.with_check)) from pg_policies p
        where p.schemaname = n.nspname and p.tablename = c.relname), '[]') as policies
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname = any(${PLACEMENTS})`);
    for (const { table, policies } of tables) {
      expect(policies, table).toEqual([
        {
          name: "tenant",
          permissive: "PERMISSIVE",
          roles: ["homeroom_tenant"],
          cmd: "ALL",
          qual: SCOPE,
          check: SCOPE,
        },
      ]);
    }
  });

  test("are at most one a role and table, permissive, never for PUBLIC, without a subselect", async () => {
    const policies = await rows<{ table: string; roles: string[]; permissive: string; text: string }>(sql`
      select schemaname || '.' || tablename as table, roles, permissive, coalesce(qual, '') || coalesce(with_check, '') as text
      from pg_policies where schemaname = any(${["core", ...PLACEMENTS]})`);
    const seen = new Set<string>();
    for (const { table, roles, permissive, text } of policies) {
      expect(permissive, table).toBe("PERMISSIVE");
      expect(roles, table).toHaveLength(1);
      expect(roles, table).not.toContain("public");
      expect(text, table).not.toMatch(/select/i);
      const key = `${table} ${roles[0]}`;
      expect(seen.has(key), key).toBe(false);
      seen.add(key);
    }
  });

  test("let homeroom_tenant see of the control plane its own organization and its own account only", async () => {
    const policies = await rows<{ table: string; qual: string; check: string }>(sql`
      select tablename as table, qual, with_check as check from pg_policies
      where schemaname = 'core' and roles = '{homeroom_tenant}'`);
    for (const { table, qual, check } of policies) {
      const scope = CORE_TABLES[table as keyof typeof CORE_TABLES];
      expect(["organization", "account"], table).toContain(scope);
      expect(qual, table).toContain(`app.${scope}_id`);
      if (BOTH_SCHOOLS_SEE.has(table)) expect(qual, table).toContain(check.slice(1, -1));
      else expect(check, table).toBe(qual);
    }
  });
});

describe("privileges", () => {
  const AUDIT = new Set(["audit_events", "audit_seals"]);
  const grants = () =>
    rows<{ role: string; schema: string; table: string; privilege: string }>(sql`
      select r.rolname as role, n.nspname as schema, c.relname as table, a.privilege_type as privilege
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
      left join pg_roles r on r.oid = a.grantee
      where c.relkind in ('r', 'p', 'v') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
        and r.rolname is distinct from 'homeroom_owner'`);
  const columnGrants = () =>
    rows<{ role: string; table: string; column: string; privilege: string }>(sql`
      select r.rolname as role, c.relname as table, t.attname as column, a.privilege_type as privilege
      from pg_attribute t join pg_class c on c.oid = t.attrelid, aclexplode(t.attacl) a
      join pg_roles r on r.oid = a.grantee where c.relnamespace = 'core'::regnamespace`);

  test("are SELECT, INSERT, UPDATE and DELETE alone, and none is PUBLIC's", async () => {
    for (const { role, schema, table, privilege } of await grants()) {
      if (role === "homeroom_worker" && schema === "graphile_worker") continue;
      expect(role, table).not.toBeNull();
      expect(["SELECT", "INSERT", "UPDATE", "DELETE"], `${role} ${table}`).toContain(privilege);
    }
  });

  test("of tenant tables are homeroom_tenant's and the operator's only", async () => {
    const found = (await grants()).filter(({ schema }) => PLACEMENTS.includes(schema));
    expect([...new Set(found.map(({ role }) => role))].sort()).toEqual([
      "homeroom_operator",
      "homeroom_tenant",
    ]);
  });

  test("let no role of the web change or erase the audit log", async () => {
    const found = (await grants()).filter(({ table }) => AUDIT.has(table));
    for (const { role, privilege } of found.filter(({ role }) => role !== "homeroom_operator"))
      expect(["SELECT", "INSERT"], role).toContain(privilege);
    const columns = (await columnGrants()).filter(({ table }) => AUDIT.has(table));
    expect(columns).toEqual([]);
  });

  test("keep a school from writing its own plan, status, limits, features and placement", async () => {
    const tables = (await grants()).filter(
      ({ role, table, privilege }) =>
        role === "homeroom_tenant" && table === "organizations" && privilege !== "SELECT",
    );
    expect(tables).toEqual([]);
    const columns = (await columnGrants())
      .filter(
        ({ role, table, privilege }) =>
          role === "homeroom_tenant" && table === "organizations" && privilege === "UPDATE",
      )
      .map(({ column }) => column);
    expect(columns.sort()).toEqual(["description", "logo_key", "name", "slug", "updated_at"]);
  });

  test("keep password hashes from every role but the gate", async () => {
    const found = (await grants()).filter(
      ({ table, privilege }) => table === "account_passwords" && privilege === "SELECT",
    );
    expect(found.map(({ role }) => role).sort()).toEqual(["homeroom_gate", "homeroom_operator"]);
  });

  test("keep the gate from choosing anybody's role, tier or status", async () => {
    const columns = (await columnGrants()).filter(
      ({ role, table }) => role === "homeroom_gate" && table === "users",
    );
    const written = columns.filter(({ privilege }) => privilege !== "SELECT").map(({ column }) => column);
    for (const column of ["role", "tier", "status", "left_at", "joined_at"])
      expect(written).not.toContain(column);
  });

  test("give the web's login nothing of its own, and nothing it inherits", async () => {
    expect((await grants()).filter(({ role }) => role === "homeroom_app")).toEqual([]);
    const roles = await rows<Record<string, unknown>>(sql`
      select rolname as name, rolinherit as inherits, rolbypassrls as bypasses, rolsuper as super, rolcreaterole as roles,
        rolcreatedb as databases from pg_roles where rolname = any(${WEB_ROLES}) order by 1`);
    expect(roles).toHaveLength(WEB_ROLES.length);
    for (const role of roles)
      expect(role).toMatchObject({
        inherits: false,
        bypasses: false,
        super: false,
        roles: false,
        databases: false,
      });
  });

  test("give the web's login no role that sees tenant rows of two schools", async () => {
    const members = await rows<{ role: string }>(sql`
      select r.rolname as role from pg_auth_members m join pg_roles r on r.oid = m.roleid
      where m.member = 'homeroom_app'::regrole order by 1`);
    expect(members.map(({ role }) => role)).toEqual([
      "homeroom_gate",
      "homeroom_platform",
      "homeroom_tenant",
    ]);
    const usage = await rows<{ role: string; schema: string }>(sql`
      select r.rolname as role, n.nspname as schema from pg_namespace n, pg_roles r
      where r.rolname = any(${WEB_ROLES}) and n.nspname = any(${PLACEMENTS})
        and has_schema_privilege(r.rolname, n.nspname, 'USAGE')`);
    expect([...new Set(usage.map(({ role }) => role))]).toEqual(["homeroom_tenant"]);
  });

  test("let nobody but the owner create anything", async () => {
    const found = await rows(sql`
      select r.rolname, n.nspname from pg_namespace n, pg_roles r
      where r.rolname = any(${[...WEB_ROLES, "homeroom_operator"]}) and n.nspname not like 'pg\\_%'
        and has_schema_privilege(r.rolname, n.nspname, 'CREATE')`);
    expect(found).toEqual([]);
    const [database] = await rows(sql`
      select bool_or(has_database_privilege(r.rolname, current_database(), 'CREATE')
        or has_database_privilege(r.rolname, current_database(), 'TEMPORARY')) as may
      from pg_roles r where r.rolname = any(${[...WEB_ROLES, "homeroom_worker", "homeroom_operator"]})`);
    expect(database).toEqual({ may: false });
  });
});

describe("functions and views", () => {
  test("run with their caller's rights, but for core.enqueue", async () => {
    const found = await rows(sql`
      select p.oid::regprocedure::text as name, p.proconfig as config from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')`);
    expect(found).toEqual([
      {
        name: "core.enqueue(text,jsonb,text,timestamp with time zone)",
        config: ["search_path=pg_catalog, pg_temp"],
      },
    ]);
  });

  test("views are security_invoker", async () => {
    const found = await rows(sql`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'v' and n.nspname = any(${["core", ...PLACEMENTS]})
        and not coalesce(c.reloptions @> '{security_invoker=true}', false)`);
    expect(found).toEqual([]);
  });

  test("extensions live in ext, and nothing in public", async () => {
    expect(
      await rows(sql`select extname from pg_extension where extname <> 'plpgsql'
      and extnamespace <> 'ext'::regnamespace`),
    ).toEqual([]);
    expect(await rows(sql`select relname from pg_class where relnamespace = 'public'::regnamespace`)).toEqual(
      [],
    );
  });
});
