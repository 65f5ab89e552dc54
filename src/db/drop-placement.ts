import { asOwner } from "./migrate";
import { dropCoreLinks } from "./placement-links";
import { schemaName } from "./settings-sql";

/** Drops the schema of a school placed apart, and its page of the ledger. Nobody waits behind it; safe to run again. */
export async function dropPlacement(ownerUrl: string, placement: string): Promise<void> {
  const schema = schemaName(placement);
  if (placement === "app") throw new Error("The shared placement is nobody's to drop");
  await asOwner(ownerUrl, async (sql) => {
    await dropCoreLinks(sql, placement);
    await sql.begin(async (tx) => {
      await tx.unsafe(`drop schema if exists ${schema} cascade`);
      await tx`delete from core.schema_migrations where placement = ${placement}`;
    });
  });
}
