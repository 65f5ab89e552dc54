import { inOrganization, type OrganizationActor, readInOrganization } from "@/db/scope";
import { recordEvents } from "../audit";
import { applyRows, endStopped } from "./apply-rows";
import { resumeLater } from "./background";
import { judgeRows } from "./judge-rows";
import { ImportBusy, ImportStopped } from "./progress";
import { readFile } from "./read-file";
import { changeImport, readImport } from "./states";
import { undoRows } from "./undo-rows";

/**
 * Does what the state of the import asks for, on behalf of who began it; an import that asks for nothing is left as it
 * is. "busy" where another process is at it.
 */
export async function workOnImport(
  actor: OrganizationActor,
  { id }: { id: string },
): Promise<"done" | "busy"> {
  const { state, startedBy } = await readInOrganization(actor, (tx) => readImport(tx, id));
  const by = actor.userId === null && startedBy !== actor.name ? { ...actor, onBehalfOf: startedBy } : actor;
  try {
    if (state === "reading") await readFile(by, { id });
    else if (state === "checking") await judgeRows(by, { id });
    else if (state === "applying") await applyRows(by, { id });
    else if (state === "undoing") await undoRows(by, { id });
  } catch (error) {
    if (error instanceof ImportBusy) return "busy";
    if (!(error instanceof ImportStopped)) throw error;
    await endStopped(by, { id });
  }
  return "done";
}

/** Has somebody look after the import again in a while, since another process is at it and may die. */
export async function lookAfterImport(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  await inOrganization(actor, (tx) => resumeLater(tx, id));
}

/** Gives up what the import's state asks for, after the last attempt: an undo that failed leaves the import done. */
export async function giveUpImport(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const { state, fileName } = await readImport(tx, id);
    if (!["reading", "checking", "applying", "undoing"].includes(state)) return;
    const isUndo = state === "undoing";
    await changeImport(tx, id, {
      ...{
        state: isUndo ? "done" : "failed",
        failure: isUndo ? "importFile.undoFailed" : "importFile.failed",
      },
      ...(!isUndo && { finishedAt: new Date() }),
    });
    await recordEvents(tx, [
      { action: "import.failed", subject: { type: "import", id, name: fileName }, after: { state } },
    ]);
  });
}
