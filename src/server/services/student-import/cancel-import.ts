import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { ImportIdInput } from "@/domain/student-import";
import { enqueue } from "@/server/adapters/queue";
import { recordEvents } from "../audit";
import { changeImport, lockImport } from "./states";

/**
 * Stops an import. One that is being written takes back what is written so far, as soon as its job sees it; any other
 * that is not over is put away with its file.
 */
export async function cancelImport(
  actor: OrganizationActor,
  { id }: ImportIdInput,
): Promise<{ id: string; isStopping: boolean }> {
  return inOrganization(actor, async (tx) => {
    const found = await lockImport(tx, id, [
      ...(["reading", "mapped", "checking", "checked", "held", "failed", "applying"] as const),
    ]);
    const isStopping = found.state === "applying";
    if (isStopping) await changeImport(tx, id, { cancelRequestedBy: actor.name });
    else {
      await changeImport(tx, id, { state: "cancelled", finishedAt: new Date() });
      await enqueue(tx, "erase-student-import", { importId: id }, `import-erase:${id}`);
    }
    await recordEvents(tx, [
      {
        action: isStopping ? "import.stop_asked" : "import.discarded",
        subject: { type: "import", id, name: found.fileName },
        after: { state: found.state },
      },
    ]);
    return { id, isStopping };
  });
}
