import { desc, eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { workerPool } from "@/db/client";
import { outboxMessages } from "@/db/schema/core/operations";

const LATEST = 50;

/** The latest messages of the outbox, newest first: for the page of a machine of one's own, never for a server's users. */
export async function listOutbox() {
  return drizzle(workerPool())
    .select({
      id: outboxMessages.id,
      recipient: outboxMessages.recipient,
      subject: outboxMessages.subject,
      createdAt: outboxMessages.createdAt,
    })
    .from(outboxMessages)
    .orderBy(desc(outboxMessages.createdAt), desc(outboxMessages.id))
    .limit(LATEST);
}

/** One message of the outbox; undefined where there is none with the id. */
export async function findInOutbox(id: string) {
  const [message] = await drizzle(workerPool())
    .select()
    .from(outboxMessages)
    .where(eq(outboxMessages.id, id));
  return message;
}
