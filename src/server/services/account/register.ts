import type { z } from "zod";
import { tokens } from "@/db/schema/core/accounts";
import { atGate } from "@/db/scope";
import { signUpInput } from "@/domain/account";
import { DAY } from "@/lib/duration";
import { newId } from "@/lib/ids";
import { hashPassword } from "@/lib/password-hash";
import { createToken } from "@/lib/tokens";
import { enqueue } from "@/server/adapters/queue";
import { DomainError } from "@/server/errors";
import { recordGateEvents } from "../audit";
import { countMailRequest } from "./limits";
import { findDefaultOrganization, type VisitedPlace, type Visitor, visitorActor } from "./queries";

/**
 * Asks for an account in the default school. The answer and the work are the same for an address that has one:
 * what was asked waits in a token of 24 hours, and only the mailbox learns what becomes of it.
 */
export async function register(
  given: z.input<typeof signUpInput>,
  visitor: Visitor,
  place: VisitedPlace = { kind: "shared" },
): Promise<void> {
  const { name, email, password, locale } = signUpInput.parse(given);
  await refuseWhereClosed(place);
  await countMailRequest(email, visitor.ipAddress);
  const passwordHash = await hashPassword(password);
  await atGate({ email }, async (tx) => {
    const tokenId = newId();
    await tx.db.insert(tokens).values({
      id: tokenId,
      purpose: "verify_email",
      email,
      // Of a token that nobody knows: the job puts that of the link in its place.
      tokenHash: createToken().hash,
      payload: { name, passwordHash, locale },
      expiresAt: new Date(Date.now() + DAY),
    });
    await enqueue(tx, "send-account-mail", { tokenId, email });
    await recordGateEvents(tx, visitorActor(email, visitor), null, [
      { action: "account.registration_requested", subject: { type: "token", id: tokenId, name: email } },
    ]);
  });
}

/** The same answer for every address, before anything is looked up or counted. */
async function refuseWhereClosed(place: VisitedPlace): Promise<void> {
  const school = await atGate({}, findDefaultOrganization);
  const isHere = place.kind === "shared" || place.school?.id === school?.id;
  if (isHere && school?.settings["registration.isOpen"]) return;
  throw new DomainError("conflict", "account.registrationClosed");
}
