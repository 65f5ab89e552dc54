import { atGate, type GateTx } from "@/db/scope";
import { verifyPassword } from "@/lib/password-hash";
import { DomainError } from "@/server/errors";
import { countPasswordAttempt, forgivePasswordAttempt } from "./limits";
import { findPasswordHash, type SignedIn } from "./queries";

/** A password that was right a moment ago, and the input that it came by. */
type Proof = { accountId: string; passwordHash: string | undefined; field: string };

/** Asks who is signed in for the present password again; guesses are counted, and a wrong one throws `invalid`. */
export async function provePassword(who: SignedIn, password: string, field: string): Promise<Proof> {
  const { id: accountId, email } = who.session.account;
  await countPasswordAttempt(email, who.ipAddress);
  const passwordHash = await atGate({ accountId }, (tx) => findPasswordHash(tx, accountId));
  if (!(await verifyPassword(passwordHash, password))) throw wrong(field);
  await forgivePasswordAttempt(email, who.ipAddress);
  return { accountId, passwordHash, field };
}

/** Holds the password as it was proved until the transaction ends; throws where it was changed meanwhile. */
export async function holdPassword(tx: GateTx, { accountId, passwordHash, field }: Proof): Promise<void> {
  if ((await findPasswordHash(tx, accountId, true)) !== passwordHash) throw wrong(field);
}

function wrong(field: string): DomainError {
  return new DomainError("invalid", "password.currentWrong", { field });
}
