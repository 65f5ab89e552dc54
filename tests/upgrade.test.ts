import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import { bootstrapDatabase } from "@/db/bootstrap";
import { connect } from "@/db/client";
import { migrateAll } from "@/db/migrate";
import { readSettings } from "@/domain/settings";
import { newId } from "@/lib/ids";
import { ensureDatabase, loginUrls } from "../scripts/lib/database";
import { ROOT } from "../scripts/lib/paths";

// A database of an earlier version, with a school in it, brought up to date.

const { url, secrets } = inject("cluster");
const at = (name = "postgres") => Object.assign(new URL(url), { pathname: `/${name}` }).toString();
const NAME = "of_an_earlier_version";
const earlier = mkdtempSync(join(tmpdir(), "homeroom-earlier-"));

afterAll(async () => {
  rmSync(earlier, { recursive: true, force: true });
  const sql = connect(url);
  await sql.unsafe(`drop database if exists ${NAME} with (force)`).finally(() => sql.end());
});

/** A checkout's migrations as they were before these came. */
function migrationsBefore(first: { core: string; tenant: string }): string {
  for (const [plane, number] of Object.entries(first)) {
    const [from, to] = [join(ROOT, "drizzle", plane), join(earlier, "drizzle", plane)];
    mkdirSync(to, { recursive: true });
    for (const file of readdirSync(from).filter((name) => name.endsWith(".sql") && name < number))
      cpSync(join(from, file), join(to, file));
  }
  return earlier;
}

test("what schools had set before settings were rows is kept, and what their log told", async () => {
  const owner = await ensureDatabase(at, NAME);
  const { operator: operatorUrl } = loginUrls(owner, secrets);
  const { app, operator, worker } = secrets;
  await bootstrapDatabase(owner, { app, operator, worker });
  await migrateAll(owner, migrationsBefore({ core: "0002", tenant: "0003" }));

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
