import type { Sql, TransactionSql } from "postgres";
import { AdoptionError } from "./adoption-error";
import { type Places, placesOf } from "./places";

export const PHASES = [
  "expanding",
  "expanded",
  "backfilling",
  "backfilled",
  "contracting",
  "contracted",
] as const;
export type Phase = (typeof PHASES)[number];

export type Adoption = {
  phase: Phase;
  oldSchema: string;
  organizationId: string;
  placement: string;
  /** The school was made by the tool: it goes with a rollback. */
  madeOrganization: boolean;
  places: Places;
};

/** How far adopting is; undefined where it has not begun. */
export async function findAdoption(sql: Sql | TransactionSql): Promise<Adoption | undefined> {
  const [known] = await sql`select to_regclass('adopt.state') is not null as is_there`;
  if (!known?.is_there) return undefined;
  const [row] =
    await sql`select phase, old_schema as "oldSchema", organization_id as "organizationId", placement,
    made_organization as "madeOrganization" from adopt.state`;
  if (!row) return undefined;
  const found = row as unknown as Omit<Adoption, "places">;
  return { ...found, places: placesOf(found) };
}

/** How far adopting is; throws where it is in none of the phases that `verb` goes on from. */
export async function requirePhase(
  sql: Sql | TransactionSql,
  verb: string,
  phases: readonly Phase[],
): Promise<Adoption> {
  const adoption = await findAdoption(sql);
  if (!adoption) throw new AdoptionError("Adopting has not begun: `adopt expand` does.");
  if (!phases.includes(adoption.phase))
    throw new AdoptionError(`Adopting is ${adoption.phase}: \`adopt ${verb}\` has nothing to do there.`);
  return adoption;
}

export async function setPhase(sql: Sql | TransactionSql, phase: Phase): Promise<void> {
  await sql`update adopt.state set phase = ${phase}, changed_at = now()`;
}
