import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import { bootstrapDatabase } from "@/db/bootstrap";
import { connect } from "@/db/client";
import { createPlacement, migrateAll } from "@/db/migrate";
import { evenTerms } from "@/domain/academic-year";
import { DEFAULT_GRADES } from "@/domain/academics-list";
import { readSettings } from "@/domain/settings";
import { newId } from "@/lib/ids";
import { sortKey } from "@/lib/text-keys";
import { ensureDatabase, loginUrls } from "../scripts/lib/database";
import { ROOT } from "../scripts/lib/paths";

// A database of an earlier version, with a school in it, brought up to date.

const { url, secrets } = inject("cluster");
const at = (name = "postgres") => Object.assign(new URL(url), { pathname: `/${name}` }).toString();
const made: { folders: string[]; names: string[] } = { folders: [], names: [] };

afterAll(async () => {
  for (const folder of made.folders) rmSync(folder, { recursive: true, force: true });
  const sql = connect(url);
  for (const name of made.names) await sql.unsafe(`drop database if exists ${name} with (force)`);
  await sql.end();
});

/** A checkout's migrations as they were before these came. */
function migrationsBefore(first: { core: string; tenant: string }): string {
  const earlier = mkdtempSync(join(tmpdir(), "homeroom-earlier-"));
  made.folders.push(earlier);
  for (const [plane, number] of Object.entries(first)) {
    const [from, to] = [join(ROOT, "drizzle", plane), join(earlier, "drizzle", plane)];
    mkdirSync(to, { recursive: true });
    for (const file of readdirSync(from).filter((name) => name.endsWith(".sql") && name < number))
      cpSync(join(from, file), join(to, file));
  }
  return earlier;
}

/** A database of the version before these migrations came. */
async function databaseBefore(first: { core: string; tenant: string }) {
  const name = `of_an_earlier_version_${made.names.length + 1}`;
  made.names.push(name);
  const owner = await ensureDatabase(at, name);
  const { app, operator, worker } = secrets;
  await bootstrapDatabase(owner, { app, operator, worker });
  const root = migrationsBefore(first);
  await migrateAll(owner, root);
  return { owner, root, operatorUrl: loginUrls(owner, secrets).operator };
}

test("what schools had set before settings were rows is kept, and what their log told", async () => {
  const { owner, operatorUrl } = await databaseBefore({ core: "0002", tenant: "0003" });

  const [full, bare] = [newId(), newId()];
  const settings = {
    branding: { primaryColor: "#8c2f39", motto: "Saber y servir" },
    defaults: { locale: "es", timeZone: "America/Bogota", weekStart: "sunday", invitationDays: 30 },
  };
  const before = connect(operatorUrl);
  await before`insert into core.organizations (id, slug, name, kind, settings)
    values (${full}, 'samanes', 'Los Samanes', 'master', ${before.json(settings)})`;
  await before`insert into core.organizations (id, slug, name, kind, master_id, settings)
    values (${bare}, 'bello', 'Andrés Bello', 'guest', ${full}, ${before.json({ branding: { motto: "" } })})`;
  const told = newId();
  await before`insert into core.audit_events (id, organization_id, actor_name, action, subject_type)
    values (${told}, ${full}, 'Olivia', 'class.created', 'class')`;
  await before.end();

  expect(await migrateAll(owner, ROOT)).toContain("core/0002_school_product");

  const after = connect(operatorUrl);
  try {
    const rowsOf = async (id: string) =>
      after`select key, value, is_public from core.organization_settings where organization_id = ${id}`;
    const stored = async (id: string) =>
      Object.fromEntries((await rowsOf(id)).map(({ key, value }) => [key, value]));
    expect(readSettings(await stored(full))).toEqual({
      ...readSettings({}),
      "branding.primaryColor": "#8c2f39",
      "branding.motto": "Saber y servir",
      "region.locale": "es",
      "region.timeZone": "America/Bogota",
      "region.weekStart": "sunday",
      "invitations.days": 30,
    });
    expect(await stored(bare)).toEqual({ "branding.motto": "" });
    expect((await rowsOf(full)).filter((row) => row.is_public === false).map(({ key }) => key)).toEqual([
      "invitations.days",
    ]);
    const slugs = await after`select slug, organization_id as id from core.organization_slugs order by slug`;
    expect([...slugs]).toEqual([
      { slug: "bello", id: bare },
      { slug: "samanes", id: full },
    ]);
    // What was told before there were chains waits to be sealed like what is told from now on.
    const waiting = await after`
      select event.id, event.via, event.on_behalf_of as stands_for, waiting.created_at = event.created_at as same
      from core.audit_unsealed waiting join core.audit_events event on event.id = waiting.event_id
        and event.organization_id = waiting.organization_id`;
    expect([...waiting]).toEqual([{ id: told, via: "web", stands_for: "", same: true }]);
  } finally {
    await after.end();
  }
});

test("schools get the usual grades, and years out of what their classes and their setting said", async () => {
  const { owner, root, operatorUrl } = await databaseBefore({ core: "0009", tenant: "0008" });
  await createPlacement(owner, "school_far", { root });
  const [full, bare, far, coming] = [newId(), newId(), newId(), newId()];
  const before = connect(operatorUrl);
  const school = (id: string, slug: string, placement: string, masterId: string | null) =>
    before`insert into core.organizations (id, slug, name, kind, master_id, placement)
      values (${id}, ${slug}, ${slug}, ${masterId ? "guest" : "master"}, ${masterId}, ${placement})`;
  await school(full, "samanes", "app", null);
  await school(bare, "bello", "app", full);
  await school(far, "lejos", "school_far", full);
  await school(coming, "viene", "school_coming", full);
  const set = (id: string, key: string, value: string) =>
    before`insert into core.organization_settings (organization_id, key, value, is_public)
      values (${id}, ${key}, ${before.json(value)}, true)`;
  await set(full, "academics.year", "2026-2027");
  await set(full, "region.locale", "es");
  await set(coming, "academics.year", "2027");
  await before`insert into core.provisionings (organization_id, placement) values (${coming}, 'school_coming')`;
  const teach = (placement: string, id: string, name: string, year: string, state = "active") =>
    before`insert into ${before(placement)}.classes (organization_id, id, name, sort_key, year, state, created_at)
      values (${id}, ${newId()}, ${name}, ${name}, ${year}, ${state}, '2024-03-01')`;
  await teach("app", full, "old", " 2019/20 ", "archived");
  await teach("app", full, "same", "2019-2020");
  await teach("app", full, "new", "2026-2027");
  await teach("app", full, "calendar", "2099");
  await teach("app", full, "odd", "Verano");
  await teach("app", full, "none", "");
  await teach("school_far", far, "far", "2098-2099");
  await before.end();

  await migrateAll(owner, ROOT);
  await createPlacement(owner, "school_coming", { root: ROOT });

  const after = connect(operatorUrl);
  try {
    const structureOf = async (placement: string, id: string) => {
      const years =
        await after`select name, starts_on::text as from, ends_on::text as to, state, is_current as current
        from ${after(placement)}.academic_years where organization_id = ${id} order by name`;
      const grades = await after`select name, sort_key, position, level from ${after(placement)}.grades
        where organization_id = ${id} order by position`;
      const classes = await after`select c.name, y.name as year from ${after(placement)}.classes c
        left join ${after(placement)}.academic_years y on y.organization_id = c.organization_id and y.id = c.year_id
        where c.organization_id = ${id} order by c.name`;
      const terms =
        await after`select y.name as year, t.name, t.starts_on::text as "startsOn", t.ends_on::text as "endsOn"
        from ${after(placement)}.terms t join ${after(placement)}.academic_years y on y.id = t.year_id
        where t.organization_id = ${id} order by y.name, t.position`;
      return { years: [...years], grades: [...grades], classes: [...classes], terms: [...terms] };
    };
    const usual = DEFAULT_GRADES.map(({ name, level }, index) => ({
      ...{ name, sort_key: sortKey(name), position: index + 1, level },
    }));
    const samanes = await structureOf("app", full);
    expect(samanes.years).toEqual([
      { name: "2019-2020", from: "2019-09-15", to: "2020-07-31", state: "closed", current: false },
      { name: "2026-2027", from: "2026-09-15", to: "2027-07-31", state: "open", current: true },
      { name: "2099", from: "2099-01-01", to: "2099-12-31", state: "open", current: false },
      { name: "Verano", from: "2023-09-15", to: "2024-07-31", state: "closed", current: false },
    ]);
    expect(samanes.classes).toEqual([
      { name: "calendar", year: "2099" },
      { name: "new", year: "2026-2027" },
      { name: "none", year: null },
      { name: "odd", year: "Verano" },
      { name: "old", year: "2019-2020" },
      { name: "same", year: "2019-2020" },
    ]);
    expect(samanes.grades).toEqual(usual);
    // As the application would make them.
    const thirds = evenTerms({ startsOn: "2026-09-15", endsOn: "2027-07-31" });
    expect(samanes.terms.filter(({ year }) => year === "2026-2027")).toEqual(
      thirds.map((days, index) => ({ year: "2026-2027", name: `Lapso ${index + 1}`, ...days })),
    );
    expect(await structureOf("app", bare)).toEqual({ years: [], grades: usual, classes: [], terms: [] });
    expect(await structureOf("school_far", far)).toMatchObject({
      years: [{ name: "2098-2099", current: true }],
      grades: usual,
      classes: [{ name: "far", year: "2098-2099" }],
      terms: [{ name: "Term 1" }, { name: "Term 2" }, { name: "Term 3" }],
    });
    // Begins when its own tables are there, with the year that waits for it.
    expect(await structureOf("school_coming", coming)).toMatchObject({ years: [], grades: [] });
    const [waiting] = await after`select year from core.provisionings where organization_id = ${coming}`;
    expect(waiting).toEqual({ year: "2027" });
    const left = await after`select 1 from core.organization_settings where key = 'academics.year'`;
    expect([...left]).toEqual([]);
    const bared = await after`select c.oid::regclass::text as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('core', 'app', 'school_far', 'school_coming') and c.relrowsecurity
        and not c.relforcerowsecurity`;
    expect([...bared]).toEqual([]);
  } finally {
    await after.end();
  }
});
