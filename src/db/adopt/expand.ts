import type { Sql, TransactionSql } from "postgres";
import { newId } from "@/lib/ids";
import { slugSchema } from "@/lib/slug";
import { bootstrapDatabase } from "../bootstrap";
import { migrateAll } from "../migrate";
import { AdoptionError } from "./adoption-error";
import { asAdopter, asOperatorIn, patiently } from "./connection";
import { makeFunctions } from "./functions";
import { keepOldCodeIn, letOperatorRead } from "./old-privileges";
import { oldSchemaName, requireOldShape } from "./old-shape";
import { TABLES } from "./sql/tables";
import { findAdoption, requirePhase, setPhase } from "./state";
import type { Step } from "./step";
import { follow } from "./triggers";

export type Urls = { owner: string; app: string; operator: string; worker: string };

/** The school that the old database becomes, where there is no default school yet. */
export type NewSchool = { slug: string; name: string };

/**
 * Makes our tables beside the old ones and lets every write to those be followed from now on. Changes nothing that is
 * in them. Stopped half-way it goes on where it was.
 */
export async function expand(
  urls: Urls,
  given: { from: string; school: NewSchool; root: string },
  step: Step = () => undefined,
): Promise<void> {
  const old = oldSchemaName(given.from);
  await asAdopter(urls.owner, async (sql) => {
    const known = await findAdoption(sql);
    if (known && known.phase !== "expanding")
      throw new AdoptionError(`Adopting is ${known.phase}: \`adopt expand\` has been done.`);
    if (known && known.oldSchema !== old)
      throw new AdoptionError(`Adopting has begun from schema ${known.oldSchema}.`);
    await requireOldShape(sql, old);
    await requireRoom(sql);
    await keepOldCodeIn(sql, old);
    step("privileges");
    await bootstrapDatabase(urls.owner, passwordsOf(urls));
    await migrateAll(urls.owner, given.root);
    step("migrations");
    await sql.unsafe("grant homeroom_operator to current_user");
    await patiently(sql, async (tx) => {
      await tx.unsafe(`create schema if not exists adopt; ${TABLES}`);
      await letOperatorRead(tx, old);
      if (!(await findAdoption(tx))) await begin(tx, old, given.school);
    });
    step("tables");
    const adoption = await requirePhase(sql, "expand", ["expanding"]);
    await patiently(sql, (tx) => makeFunctions(tx, adoption.places));
    step("functions");
    await follow(sql, adoption.places, step);
    await setPhase(sql, "expanded");
  });
}

// Schemas of ours by name that are none of ours would be written into.
async function requireRoom(sql: Sql): Promise<void> {
  const [row] =
    await sql`select to_regnamespace('core') is not null and to_regclass('core.schema_migrations') is null
      or to_regnamespace('adopt') is not null and to_regclass('adopt.state') is null as is_taken`;
  if (row?.is_taken)
    throw new AdoptionError("The database has a schema core or adopt of its own: rename it first.");
}

function passwordsOf({ app, operator, worker }: Urls) {
  return {
    app: new URL(app).password,
    operator: new URL(operator).password,
    worker: new URL(worker).password,
  };
}

async function begin(tx: TransactionSql, old: string, school: NewSchool): Promise<void> {
  await asOperatorIn(tx);
  const [existing] = await tx`select id, placement from core.organizations where is_default`;
  const id = existing ? String(existing.id) : newId();
  if (!existing) {
    const slug = slugSchema.safeParse(school.slug);
    if (!slug.success) throw new AdoptionError(`${school.slug} cannot be a school's slug.`);
    const [count] = await tx.unsafe(`select count(*)::int as people from ${old}.users`);
    const maxUsers = Math.max(500, 2 * Number(count?.people));
    await tx`insert into core.organizations (id, slug, name, kind, is_default, plan, max_users)
      values (${id}, ${slug.data}, ${school.name}, 'master', true, 'ENTERPRISE', ${maxUsers})`;
    await tx`insert into core.organization_slugs (slug, organization_id) values (${slug.data}, ${id})`;
  }
  await tx`insert into adopt.state (phase, old_schema, organization_id, placement, made_organization)
    values ('expanding', ${old}, ${id}, ${existing ? String(existing.placement) : "app"}, ${!existing})`;
  await tx.unsafe("reset role");
}
