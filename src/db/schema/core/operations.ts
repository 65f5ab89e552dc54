import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgPolicy, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, gateRole, workerRole } from "../_columns";
import { core } from "./organizations";

/** Attempts counted by the rate limiter (its own column names). Global. */
export const rateLimits = core.table(
  "rate_limits",
  {
    key: text("key").primaryKey(),
    points: integer("points").notNull().default(0),
    expire: bigint("expire", { mode: "number" }),
  },
  () => [pgPolicy("gate", { for: "all", to: gateRole, using: sql`true`, withCheck: sql`true` })],
);

/** Mail of a server without SMTP: for the operator, and the outbox page of a machine of one's own. Global. */
export const outboxMessages = core.table(
  "outbox_messages",
  {
    id: uuid("id").primaryKey(),
    recipient: text("recipient").notNull(),
    subject: text("subject").notNull(),
    html: text("html").notNull(),
    text: text("text").notNull(),
    headers: jsonb("headers").$type<Record<string, string>>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index("outbox_messages_created_idx").on(t.createdAt),
    pgPolicy("worker", { for: "all", to: workerRole, using: sql`true`, withCheck: sql`true` }),
  ],
);
