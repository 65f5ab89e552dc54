import { desc, eq } from "drizzle-orm";
import { Logger, runOnce } from "graphile-worker";
import type { OperatorTx } from "@/db/operator";
import { accountPasswords, accounts } from "@/db/schema/core/accounts";
import { outboxMessages } from "@/db/schema/core/operations";
import { organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import type { Role } from "@/domain/roles";
import { env } from "@/lib/env";
import { newId } from "@/lib/ids";
import { hashPassword } from "@/lib/password-hash";
import { searchKey, sortKey } from "@/lib/text-keys";
import { findSession } from "@/server/auth/session";
import { contextFor } from "@/server/context";
import { DomainError } from "@/server/errors";
import { sendAccountMail } from "@/server/jobs/send-account-mail";
import { sendNoticeJob } from "@/server/jobs/send-notice";
import { signIn } from "@/server/services/account";
import { useTestDatabase as testDatabase } from "./database";
import { asOperator } from "./operator";

/** For tests of identity: people of the default school, and the mail that reached them. */

export const PASSWORD = "Colibri verde 7";
export const VISITOR = { ipAddress: null, userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0" };

let operatorUrl = "";

/** A database for this test file with the demo schools in it; call it at the top. */
export async function peopleDatabase(): Promise<void> {
  operatorUrl = (await testDatabase({ demo: true })).urls.operator;
}

/** Runs `fn` past row security, to prepare a state or to look at one. */
export function operator<T>(fn: (tx: OperatorTx) => Promise<T>): Promise<T> {
  return asOperator(operatorUrl, fn);
}

/** An address that nobody has yet. */
export function newEmail(): string {
  return `${newId()}@people.example`;
}

/** Somebody with a password and, unless `member` is false, a place in the default school. */
export async function makePerson(given: { role?: Role; member?: boolean; verified?: boolean } = {}) {
  const { role = "STUDENT", member = true, verified = true } = given;
  const person = { accountId: newId(), userId: newId(), email: newEmail(), name: "Zoraida Ávila" };
  const passwordHash = await hashPassword(PASSWORD);
  return operator(async ({ db }) => {
    const [school] = await db.select().from(organizations).where(eq(organizations.isDefault, true));
    const organizationId = school?.id ?? "";
    await db.insert(accounts).values({
      id: person.accountId,
      email: person.email,
      name: person.name,
      emailVerifiedAt: verified ? new Date() : null,
    });
    await db.insert(accountPasswords).values({ accountId: person.accountId, passwordHash });
    if (member)
      await db.insert(users).values({
        organizationId,
        id: person.userId,
        accountId: person.accountId,
        email: person.email,
        name: person.name,
        role,
        sortKey: sortKey(person.name),
        searchKey: searchKey(person.name),
      });
    return { ...person, organizationId };
  });
}

/** Runs the queue's mail to accounts and people until none is left. */
export async function deliverMail(): Promise<void> {
  await runOnce({
    connectionString: env().WORKER_DATABASE_URL,
    taskList: { "send-account-mail": sendAccountMail, "send-notice": sendNoticeJob },
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
  });
}

/** The messages to an address, newest first. */
export async function mailTo(email: string) {
  return operator(({ db }) =>
    db
      .select()
      .from(outboxMessages)
      .where(eq(outboxMessages.recipient, email))
      .orderBy(desc(outboxMessages.createdAt)),
  );
}

/** The token of the link in the newest message to an address. */
export async function tokenFor(email: string): Promise<string> {
  await deliverMail();
  const [message] = await mailTo(email);
  return /[?&]token=([\w-]+)/.exec(message?.text ?? "")?.[1] ?? "";
}

/** What a verb said no with; throws where it did not. */
export async function refusal(attempt: Promise<unknown>) {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DomainError)) throw new Error(`expected a refusal, got ${String(error)}`);
  const { kind, key, values, field, stale } = error;
  return { kind, key, values, field, ...(stale.length > 0 && { stale }) };
}

/** Signs in and gives the claims, with what a request with them knows. */
export async function enter(email: string, password = PASSWORD, userAgent = VISITOR.userAgent) {
  const claims = await signIn({ email, password }, { ...VISITOR, userAgent });
  const session = await findSession(claims);
  if (!session) throw new Error("no session");
  return { claims, who: { ...contextFor(session, VISITOR), session } };
}
