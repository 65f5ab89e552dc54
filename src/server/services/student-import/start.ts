import { and, eq, gt, inArray, ne, or } from "drizzle-orm";
import { violatedUnique } from "@/db/errors";
import { studentImports } from "@/db/schema/tenant/student-imports";
import { inOrganization, type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import type { ApplyImportInput, ImportIdInput } from "@/domain/student-import";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { workInBackground } from "./background";
import { busy, refuseWhileBusy } from "./busy";
import { undoUntil } from "./get-import";
import { changeImport, type Import, lockImport } from "./states";

type Way = { inBackground?: boolean };

/**
 * Has a checked import written, in the background. Throws CONFLICT where it waits for an explicit yes and has none, where
 * another import or undo of the school goes on, or has ended since the check.
 */
export async function applyImport(
  actor: OrganizationActor,
  { id, confirm }: ApplyImportInput,
  way: Way = {},
): Promise<{ id: string }> {
  return oneAtATime(actor, async (tx) => {
    const found = await lockImport(tx, id, ["checked", "held"]);
    if (found.state === "held" && !confirm)
      throw new DomainError("conflict", "importFile.held", { values: { ...found.hold } });
    await refuseOutdated(tx, found);
    const total = (found.counts.new ?? 0) + (found.counts.changed ?? 0);
    await changeImport(tx, id, {
      ...{ state: "applying", startedAt: new Date(), startedBy: actor.name, done: 0, total },
      ...{ cancelRequestedBy: null, confirmedBy: found.state === "held" ? actor.name : null },
    });
    await begin(tx, found, way, {
      action: "import.started",
      after: {
        new: found.counts.new ?? 0,
        changed: found.counts.changed ?? 0,
        isHeld: found.state === "held",
      },
    });
    return { id };
  });
}

/** Has an import taken back, field by field, in the background. Throws CONFLICT where there is nothing to take back any more. */
export async function undoImport(
  actor: OrganizationActor,
  { id }: ImportIdInput,
  way: Way = {},
): Promise<{ id: string }> {
  return oneAtATime(actor, async (tx) => {
    const found = await lockUndoable(tx, id);
    await changeImport(tx, id, {
      ...{ state: "undoing", startedAt: new Date(), startedBy: actor.name, done: 0, total: 0 },
    });
    await begin(tx, found, way, { action: "import.undo_started", after: { isUndone: true } });
    return { id };
  });
}

/** One that can be taken back. Throws CONFLICT for any other. */
export async function lockUndoable(tx: TenantTx, id: string): Promise<Import> {
  const found = await lockImport(tx, id, ["done"]);
  const until = undoUntil(found);
  if (until === null || until < new Date()) throw new DomainError("conflict", "importFile.undoOver");
  return found;
}

async function begin(
  tx: TenantTx,
  { id, fileName }: Import,
  { inBackground = true }: Way,
  event: { action: string; after: Record<string, unknown> },
): Promise<void> {
  await recordEvents(tx, [{ ...event, subject: { type: "import", id, name: fileName } }]);
  // From the command line too: should that die, the queue goes on with it.
  if (inBackground) await workInBackground(tx, id);
}

/** What the check found does not hold any longer where another import was written or taken back since. */
async function refuseOutdated(tx: TenantTx, { id, checkedAt }: Import): Promise<void> {
  const { finishedAt, undoneAt, organizationId } = studentImports;
  const since = checkedAt ?? new Date(0);
  const others = await tx.db.$count(
    studentImports,
    and(
      eq(organizationId, tx.actor.organizationId),
      ne(studentImports.id, id),
      inArray(studentImports.state, ["done", "undone"]),
      or(gt(finishedAt, since), gt(undoneAt, since)),
    ),
  );
  if (others > 0) throw new DomainError("conflict", "importFile.checkAgain");
}

/** Runs `fn`, and tells who is at it where another import or undo of the school goes on. */
async function oneAtATime<T>(actor: OrganizationActor, fn: (tx: TenantTx) => Promise<T>): Promise<T> {
  try {
    return await inOrganization(actor, fn);
  } catch (error) {
    if (violatedUnique(error) !== "student_imports_one_at_a_time") throw error;
    await readInOrganization(actor, refuseWhileBusy);
    throw busy();
  }
}
