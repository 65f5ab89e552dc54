import { type SQL, sql } from "drizzle-orm";

/** Rows that nothing asks for any more once they are over, and for how many days after that they stay. */
export type Retention = { table: string; overAt: SQL; days: number };

/**
 * How long what is over is kept: a link's row to tell whoever follows it late what became of it, a session's for the
 * person's own data, what nobody can ask for again a day. What the log says of them stays.
 */
export const RETENTION: readonly Retention[] = [
  // Refresh tokens before the sessions that they belong to.
  { table: "refresh_tokens", overAt: sql`expires_at`, days: 1 },
  { table: "hand_offs", overAt: sql`expires_at`, days: 1 },
  { table: "idempotency_keys", overAt: sql`expires_at`, days: 1 },
  { table: "rate_limits", overAt: sql`to_timestamp(expire / 1000.0)`, days: 1 },
  { table: "tokens", overAt: sql`least(used_at, expires_at)`, days: 30 },
  // Mail that was never sent anywhere: of a server without SMTP.
  { table: "outbox_messages", overAt: sql`created_at`, days: 30 },
  { table: "sessions", overAt: sql`least(revoked_at, expires_at)`, days: 90 },
  { table: "email_changes", overAt: sql`least(completed_at, cancelled_at, expires_at)`, days: 90 },
];
