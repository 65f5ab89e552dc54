import { and, asc, desc, eq, isNull, or, sql } from "drizzle-orm";
import { holdsWords } from "@/db/holds-words";
import { users } from "@/db/schema/core/users";
import { type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import type { FindAccountsInput, RecordRef } from "@/domain/record-account";
import { ROLE_OF_RECORD } from "@/domain/record-account-list";
import { searchTerms } from "@/lib/text-keys";
import { notFound } from "@/server/errors";
import { tableOf } from "./records";

/** The record's own address and the account that is linked to it. Throws NOT_FOUND where there is no such record. */
export async function readAccount(tx: TenantTx, { kind, id }: RecordRef) {
  const { organizationId } = tx.actor;
  const table = tableOf[kind];
  const [found] = await tx.db
    .select({
      firstNames: table.firstNames,
      lastNames: table.lastNames,
      email: table.email,
      account: {
        id: users.id,
        name: users.name,
        email: users.email,
        status: users.status,
        hasLeft: sql<boolean>`${users.leftAt} is not null`,
      },
    })
    .from(table)
    .leftJoin(users, and(eq(users.organizationId, organizationId), eq(users.id, table.userId)))
    .where(and(eq(table.organizationId, organizationId), eq(table.id, id)));
  if (!found) throw notFound();
  return found;
}

const MAX_FOUND = 10;

/**
 * Members of the school who could be linked to the record: of its role, linked to no other, by words of name or address.
 * Without words those who seem to be the person: who have the record's address, or a first name and a surname of it.
 */
export async function findAccounts(actor: OrganizationActor, { search, ...ref }: FindAccountsInput) {
  return readInOrganization(actor, async (tx) => {
    const { organizationId } = actor;
    const table = tableOf[ref.kind];
    const { email, firstNames, lastNames } = await readAccount(tx, ref);
    const terms = searchTerms(search);
    const likely = [firstNames, lastNames].flatMap((names) => searchTerms(names).slice(0, 1));
    const hasAddress = sql<boolean>`${users.email} = ${email}`;
    return tx.db
      .select({ id: users.id, name: users.name, email: users.email, hasAddress })
      .from(users)
      .where(
        and(
          eq(users.organizationId, organizationId),
          isNull(users.leftAt),
          eq(users.role, ROLE_OF_RECORD[ref.kind]),
          sql`not exists (select from ${table} r where r.organization_id = ${organizationId}
            and r.user_id = ${users.id} and r.merged_into_id is null)`,
          terms.length > 0
            ? and(...holdsWords(users.searchKey, terms))
            : or(hasAddress, and(...holdsWords(users.searchKey, likely))),
        ),
      )
      .orderBy(desc(hasAddress), asc(users.sortKey), asc(users.id))
      .limit(MAX_FOUND);
  });
}
