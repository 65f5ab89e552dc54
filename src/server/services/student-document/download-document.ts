import { inOrganization, type OrganizationActor } from "@/db/scope";
import { storage } from "@/server/adapters/storage/storage";
import { recordEvents } from "../audit";
import { subjectOf } from "../student";
import { requireDocument } from "./queries";

/** Seconds that the way to the bytes is open, and half of that at least. */
const OPEN_FOR = 120;

/** An address that saves the document and works for a minute or two; who took it out is recorded. */
export async function downloadDocument(
  actor: OrganizationActor,
  { id }: { id: string },
): Promise<{ url: string }> {
  return inOrganization(actor, async (tx) => {
    const { document, student } = await requireDocument(tx, id);
    await recordEvents(tx, [
      {
        action: "student.document_downloaded",
        subject: subjectOf(student),
        after: { documentId: id, document: document.name },
      },
    ]);
    return {
      url: storage().signedUrl(document.storageKey, { expiresIn: OPEN_FOR, saveAs: document.name }),
    };
  });
}
