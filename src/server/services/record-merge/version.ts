import { createHash } from "node:crypto";
import type { GuardianPair } from "./read-guardians";
import type { StudentPair } from "./read-students";

type Stamped = { id: string; updatedAt?: Date };

/** A word for the state of what a preview shows; another one once any of it was changed. Nothing can be read from it. */
function versionOf(rows: readonly (Stamped | undefined)[]): string {
  const stamps = rows.map((row) => row && [row.id, row.updatedAt?.getTime() ?? 0]);
  return createHash("sha256").update(JSON.stringify(stamps)).digest("base64url");
}

export function studentVersion({ kept, merged }: StudentPair): string {
  return versionOf(
    [kept, merged].flatMap((side) => [
      ...[side.row, side.health, ...side.links, ...side.authorized, ...side.statuses, ...side.academic],
      ...side.attendance,
      ...[...side.vaccinations, ...side.incidents, ...side.documents],
    ]),
  );
}

export function guardianVersion({ kept, merged }: GuardianPair): string {
  return versionOf([kept, merged].flatMap((side) => [side.row, ...side.links]));
}
