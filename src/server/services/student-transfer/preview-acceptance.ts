import { type OrganizationActor, onPlatform } from "@/db/scope";
import type { TransferPlaceInput } from "@/domain/student-transfer";
import { findConflicts, freeCode } from "./find-conflicts";
import { requirePlace } from "./find-place";
import { refuseUnlessDue, requireIncoming } from "./queries";
import { requireSent } from "./read-record";

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
      requireSent(inside, transfer.studentId),
    );
    return tx.enter(organizationId, async (inside) => {
      const [place, conflicts, free] = await Promise.all([
        requirePlace(inside, input),
        findConflicts(inside, { cedula, schoolCedula }),
        freeCode(inside, code),
      ]);
      return { place, conflicts, needsNewCode: free !== code };
    });
  });
}
