import { drizzle } from "drizzle-orm/postgres-js";
import { workerPool } from "@/db/client";
import { outboxMessages } from "@/db/schema/core/operations";
import { newId } from "@/lib/ids";
import type { MailMessage } from "./message";

/** Keeps a message in the outbox table, by the queue's login: no role of the web process reads other people's mail. */
export async function keepInOutbox({ to, subject, html, text, headers }: MailMessage): Promise<void> {
  await drizzle(workerPool())
    .insert(outboxMessages)
    .values({ id: newId(), recipient: to, subject, html, text, headers: headers ?? {} });
}
