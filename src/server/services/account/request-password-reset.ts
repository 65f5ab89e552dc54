import type { z } from "zod";
import { tokens } from "@/db/schema/core/accounts";
import { atGate } from "@/db/scope";
import { requestResetInput } from "@/domain/account";
import { newId } from "@/lib/ids";
import { createToken } from "@/lib/tokens";
import { enqueue } from "@/server/adapters/queue";
import { recordGateEvents } from "../audit";
import { countMailRequest } from "./limits";
import { type Visitor, visitorActor } from "./queries";

const HOUR = 60 * 60 * 1_000;

/** Asks for a link to choose a new password, good for one hour; the answer is the same for every address. */
export async function requestPasswordReset(
  given: z.input<typeof requestResetInput>,
  visitor: Visitor,
): Promise<void> {
  const { email } = requestResetInput.parse(given);
  await countMailRequest(email, visitor.ipAddress);
  await atGate({ email }, async (tx) => {
    const tokenId = newId();
    await tx.db.insert(tokens).values({
      id: tokenId,
      purpose: "reset_password",
      email,
      tokenHash: createToken().hash,
      expiresAt: new Date(Date.now() + HOUR),
    });
    await enqueue(tx, "send-account-mail", { tokenId, email });
    await recordGateEvents(tx, visitorActor(email, visitor), null, [
      { action: "account.password_reset_requested", subject: { type: "token", id: tokenId, name: email } },
    ]);
  });
}
