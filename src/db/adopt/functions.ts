import type { TransactionSql } from "postgres";
import type { Places } from "./places";
import { carryClasses } from "./sql/carry-classes";
import { carryPeople } from "./sql/carry-people";
import { FOLLOWER } from "./sql/follow";
import { KEY_FUNCTIONS } from "./sql/keys";

/** Makes the functions that carry rows over. The one that triggers call runs as the operator, whoever writes. */
export async function makeFunctions(tx: TransactionSql, places: Places): Promise<void> {
  await tx.unsafe(KEY_FUNCTIONS);
  await tx.unsafe(carryPeople(places));
  await tx.unsafe(carryClasses(places));
  await tx.unsafe(FOLLOWER);
  await tx.unsafe("alter function adopt.follow() owner to homeroom_operator");
}

/** No function of the tool runs with rights that are not its caller's from here on. */
export async function dropFollower(tx: TransactionSql): Promise<void> {
  await tx.unsafe("drop function if exists adopt.follow()");
}
