import { type OrganizationActor, onPlatform } from "@/db/scope";
import type { DeclineTransferInput } from "@/domain/student-transfer";
import { enqueue } from "@/server/adapters/queue";
import { recordEvents } from "../audit";
import { notify } from "../notification";
import { asOutsider } from "./accept-transfer";
import {
  newsOf,
  refuseUnlessDue,
  requireIncoming,
  studentSubject,
  subjectOf,
  updateTransfer,
} from "./queries";

/**
 * Says no to a student whom another school would send, with a reason that the school and the guardian are told. Nothing
 * of the record has been seen. Throws CONFLICT where there is nothing to decide.
 */
export async function declineTransfer(
  actor: OrganizationActor,
  { id, reason }: DeclineTransferInput,
): Promise<void> {
  await onPlatform(actor, async (tx) => {
    const transfer = await requireIncoming(tx, { toOrganizationId: actor.organizationId, id }, true);
    refuseUnlessDue(transfer);
    await updateTransfer(tx, transfer, {
      ...{ status: "declined", declinedBy: "school", declineReason: reason },
      ...{ decidedBy: actor.name, closedAt: new Date() },
    });
    await tx.enter(actor.organizationId, (inside) =>
      recordEvents(inside, [
        {
          action: "transfer.declined",
          subject: subjectOf(transfer),
          after: { school: transfer.fromSchoolName, reason },
        },
      ]),
    );
    await tx.enter(transfer.organizationId, async (inside) => {
      const outside = asOutsider(inside, transfer);
      await recordEvents(outside, [
        {
          action: "transfer.turned_down",
          subject: studentSubject(transfer),
          after: { school: transfer.toSchoolName, reason },
        },
      ]);
      await enqueue(outside, "send-transfer-mail", { transferId: id, about: "declined" });
      const { requestedByUserId: userId } = transfer;
      if (userId !== null) await notify(outside, [{ userId, notice: newsOf(transfer, "declined") }]);
    });
  });
}
