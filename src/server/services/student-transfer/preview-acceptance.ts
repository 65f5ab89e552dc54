import { type OrganizationActor, onPlatform } from "@/db/scope";
import type { TransferPlaceInput } from "@/domain/student-transfer";
import { findConflicts, isCodeTaken } from "./find-conflicts";
import { refuseUnlessDue, requireIncoming } from "./queries";
import { lockSent } from "./read-record";
import { requirePlace } from "./require-place";

/**
 * What taking the student in would do: where they come to be, and what of the school's own stands against it. Nothing
 * of the record is told but what the school has itself. Throws CONFLICT where there is nothing to decide.
 */
export async function previewAcceptance(actor: OrganizationActor, input: TransferPlaceInput) {
  const { organizationId } = actor;
  return onPlatform({ ...actor, userId: null }, async (tx) => {
    const transfer = await requireIncoming(tx, { toOrganizationId: organizationId, id: input.id });
    refuseUnlessDue(transfer);
    const { cedula, schoolCedula, code } = await tx.enter(transfer.organizationId, (inside) =>
      lockSent(inside, transfer.studentId),
    );
    return tx.enter(organizationId, async (inside) => {
      const [place, found, isTaken] = await Promise.all([
        requirePlace(inside, input),
        findConflicts(inside, { cedula, schoolCedula }),
        isCodeTaken(inside, code),
      ]);
      const past = found.find(({ isPast }) => isPast) ?? null;
      return {
        place: place.words,
        conflicts: found.filter(({ isPast }) => !isPast),
        // From which the student once left: it goes on in the new one, with its code.
        past,
        needsNewCode: past === null && isTaken,
      };
    });
  });
}
