import { type SQL, sql } from "drizzle-orm";
import { guardians, students } from "@/db/schema/tenant/students";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import type { MergeKindInput } from "@/domain/record-merge";
import type { DuplicateReason, MergeKind } from "@/domain/record-merge-list";

const MAX_PAIRS = 50;

export type Duplicate = {
  reasons: DuplicateReason[];
  /** The older record first: it is the one that stays, unless somebody turns them round. `hint` is a code or telephone. */
  pair: { id: string; name: string; cedula: string | null; hint: string }[];
};

/**
 * Pairs of records that are likely of one person: the same name and birth date, a number that differs in its letter or
 * its zeros, for guardians the same name with a telephone or e-mail in common. At most fifty; `hasMore` tells of others.
 */
export async function findDuplicates(
  actor: OrganizationActor,
  { kind }: MergeKindInput,
): Promise<{ rows: Duplicate[]; hasMore: boolean }> {
  const found = await readInOrganization(actor, (tx) =>
    tx.db.execute<Duplicate>(sql`
      with live as materialized (${live(kind, actor.organizationId)}),
      pairs as (${sql.join(alike(kind), sql` union all `)}),
      found as (
        select one, other, array_agg(distinct reason order by reason) as reasons from pairs group by one, other)
      select f.reasons, jsonb_build_array(${told("a")}, ${told("b")}) as pair
      from found f join live a on a.id = f.one join live b on b.id = f.other
      order by cardinality(f.reasons) desc, a.sort_key, a.id, b.id limit ${MAX_PAIRS + 1}`),
  );
  return { rows: [...found].slice(0, MAX_PAIRS), hasMore: found.length > MAX_PAIRS };
}

/** Records that can be merged, with what tells two of one name apart. */
function live(kind: MergeKind, organizationId: string): SQL {
  const columns = sql`id, first_names || ' ' || last_names as name, sort_key, birth_date, cedula`;
  return kind === "student"
    ? sql`select ${columns}, school_cedula, code as hint from ${students}
        where organization_id = ${organizationId} and merged_into_id is null and locked_at is null`
    : sql`select ${columns}, mobile_phone, email, mobile_phone as hint from ${guardians}
        where organization_id = ${organizationId} and merged_into_id is null`;
}

function told(side: "a" | "b"): SQL {
  const row = sql.identifier(side);
  return sql`jsonb_build_object('id', ${row}.id, 'name', ${row}.name, 'cedula', ${row}.cedula, 'hint', ${row}.hint)`;
}

/** Joins by equality alone, so that a school of thousands is one pass. */
function alike(kind: MergeKind): SQL[] {
  const pairs = (reason: DuplicateReason, on: SQL) =>
    sql`select ${reason}::text as reason, a.id as one, b.id as other from live a join live b on ${on} and a.id < b.id`;
  const sameDigits = sql`substr(a.cedula, 2) = substr(b.cedula, 2)`;
  if (kind === "student")
    return [
      pairs("name", sql`a.sort_key = b.sort_key and a.birth_date = b.birth_date`),
      pairs("cedula", sameDigits),
      pairs("school_cedula", sql`ltrim(a.school_cedula, '0') = ltrim(b.school_cedula, '0')`),
    ];
  const sameName = sql`a.sort_key = b.sort_key`;
  return [
    pairs("name", sql`${sameName} and a.birth_date = b.birth_date`),
    pairs("cedula", sameDigits),
    pairs("phone", sql`${sameName} and a.mobile_phone = b.mobile_phone and a.mobile_phone <> ''`),
    pairs("email", sql`${sameName} and a.email = b.email and a.email <> ''`),
  ];
}
