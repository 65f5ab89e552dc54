import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema/core/accounts";
import { newId } from "@/lib/ids";
import { findSession, type SessionClaims } from "@/server/auth/session";
import { contextFor } from "@/server/context";
import { createCaller } from "@/server/root";
import { asOperator } from "./operator";
import type { TestPerson } from "./schools";

const HOUR = 3_600_000;
const VISITOR = { ipAddress: "203.0.113.7", userAgent: null };

/** An open session of the person, at the platform's address or at that of a school. */
export async function openSession(
  operatorUrl: string,
  { accountId }: Pick<TestPerson, "accountId">,
  organizationId: string | null = null,
): Promise<SessionClaims> {
  const sessionId = newId();
  const expiresAt = new Date(Date.now() + HOUR);
  await asOperator(operatorUrl, ({ db }) =>
    db.insert(sessions).values({ id: sessionId, accountId, organizationId, expiresAt }),
  );
  return { sessionId, accountId };
}

/** The API as the session has it at this moment, and what is known of the session. */
export async function callerOf(claims: SessionClaims) {
  const session = await findSession(claims);
  return { session, caller: createCaller(contextFor(session, VISITOR)) };
}

/** As if the session's visit to a school had run out. */
export async function endVisit(operatorUrl: string, { sessionId }: SessionClaims): Promise<void> {
  await asOperator(operatorUrl, ({ db }) =>
    db
      .update(sessions)
      .set({ enteredUntil: new Date(Date.now() - 1) })
      .where(eq(sessions.id, sessionId)),
  );
}
