import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { ImportIdInput } from "@/domain/student-import";
import type { ImportEntity } from "@/domain/student-import-list";
import { refuseWhileBusy } from "./busy";
import { readRowNames } from "./row-names";
import { lockUndoable } from "./start";
import { takeBack } from "./undo-rows";
import { type Change, readChanges } from "./undo-values";

/** Students named of those that would go, and changes of those that would stay. */
const SHOWN = 50;

/** Ends the transaction without a trace, with what was learned in it. */
class Learned extends Error {
  constructor(readonly preview: UndoPreview) {
    super("A preview writes nothing");
  }
}

type KeptLine = Pick<Change, "id" | "rowNumber" | "entity" | "field" | "studentId"> & { name: string };

/** A line of the history goes with its student or status, and says nothing by itself. */
type Kind = Exclude<ImportEntity, "status">;

export type UndoPreview = {
  /** Records that the import made and that would go, by their kind. */
  goes: { entity: Kind; count: number }[];
  /** Names of the first students that would go. */
  students: string[];
  /** Fields that would have their values of before. */
  fields: number;
  /** Ties to representatives that would come back. */
  returns: number;
  /** All that would be taken back, as the undo counts it. */
  reverted: number;
  /** What somebody edited since and would stay: how much, and the first of it. */
  keptCount: number;
  kept: KeptLine[];
};

/**
 * What an undo would take back and what it would keep: by doing it and rolling it back, so that it says what the undo
 * will do. Throws CONFLICT where there is nothing to take back any more, or another import of the school is written.
 */
export async function previewUndo(
  actor: OrganizationActor,
  { id }: ImportIdInput,
  { shown = SHOWN }: { shown?: number } = {},
): Promise<UndoPreview> {
  try {
    await inOrganization(actor, async (tx) => {
      await lockUndoable(tx, id);
      await refuseWhileBusy(tx);
      const changes = await readChanges(tx, id);
      const outcome = await takeBack(tx, changes);
      const reverted = changes.filter((change) => outcome.isReverted(change));
      const kept = changes.filter((change) => outcome.isKept(change));
      throw new Learned(await told(tx, id, { reverted, kept, shown }));
    });
  } catch (error) {
    if (error instanceof Learned) return error.preview;
    throw error;
  }
  throw new Error("A preview came to no end");
}

async function told(
  tx: TenantTx,
  id: string,
  { reverted, kept, shown }: { reverted: Change[]; kept: Change[]; shown: number },
): Promise<UndoPreview> {
  const made = reverted.filter(({ field, before }) => field === null && before === null);
  const counts = new Map<Kind, number>();
  for (const { entity } of made) if (entity !== "status") counts.set(entity, (counts.get(entity) ?? 0) + 1);
  const students = made.filter(({ entity }) => entity === "student").slice(0, shown);
  const stays = kept.slice(0, shown);
  const nameOf = await namesOf(tx, id, [...students, ...stays]);
  return {
    goes: [...counts].map(([entity, count]) => ({ entity, count })),
    students: students.map(nameOf),
    fields: reverted.filter(({ field }) => field !== null).length,
    returns: reverted.filter(({ field, after }) => field === null && after === null).length,
    reverted: reverted.length,
    keptCount: kept.length,
    kept: stays.map((change) => ({
      ...{ id: change.id, rowNumber: change.rowNumber, entity: change.entity, field: change.field },
      ...{ studentId: change.studentId, name: nameOf(change) },
    })),
  };
}

/** Whose row a change is of, or the name of what the import made besides. */
async function namesOf(tx: TenantTx, id: string, changes: readonly Change[]) {
  const known = await readRowNames(
    tx,
    id,
    changes.map(({ rowNumber }) => rowNumber),
  );
  return ({ rowNumber, after }: Change): string => {
    const made = after as { name?: unknown } | null;
    return known.get(rowNumber) ?? (typeof made?.name === "string" ? made.name : "");
  };
}
