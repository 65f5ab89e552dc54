import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, emailChanges, handOffs, sessions, tokens } from "@/db/schema/core/accounts";
import { outboxMessages, rateLimits } from "@/db/schema/core/operations";
import { idempotencyKeys, refreshTokens } from "@/db/schema/core/programs";
import { DAY } from "@/lib/duration";
import { newId } from "@/lib/ids";
import { createToken } from "@/lib/tokens";
import { forgetWhatIsOver } from "@/server/operator/forget-what-is-over";
import { RETENTION } from "@/server/operator/retention";
import { useTestDatabase } from "../support/database";
import { asOperator } from "../support/operator";
import { makeSchool } from "../support/schools";

// What is over is forgotten after its time, and nothing that is not.

const { urls } = await useTestDatabase();
const school = await makeSchool(urls.operator);
const { accountId, email } = school.people.ORG_ADMIN;

const daysAgo = (days: number) => new Date(Date.now() - days * DAY);
const hash = () => createToken().hash;
const later = daysAgo(-30);

/** A row of each table that was over so many days ago, one that was over a day later, and one that is not over. */
async function leave(retention: (typeof RETENTION)[number]): Promise<void> {
  const times = [daysAgo(retention.days + 0.5), daysAgo(retention.days - 0.5)];
  await asOperator(urls.operator, async ({ db }) => {
    switch (retention.table) {
      case "tokens": {
        const link = { purpose: "reset_password" as const, email, accountId };
        const row = (ended: { expiresAt: Date; usedAt?: Date }) => ({
          ...{ ...link, id: newId(), tokenHash: hash() },
          ...ended,
        });
        await db
          .insert(tokens)
          .values([
            ...times.flatMap((at) => [row({ expiresAt: at }), row({ expiresAt: later, usedAt: at })]),
            row({ expiresAt: later }),
          ]);
        break;
      }
      case "sessions": {
        const row = (ended: { expiresAt: Date; revokedAt?: Date }) => ({ id: newId(), accountId, ...ended });
        await db
          .insert(sessions)
          .values([
            ...times.flatMap((at) => [row({ expiresAt: at }), row({ expiresAt: later, revokedAt: at })]),
            row({ expiresAt: later }),
          ]);
        break;
      }
      case "email_changes": {
        // One change an account may be open, over or not.
        const people = [...times, ...times, ...times, later].map(() => newId());
        await db
          .insert(accounts)
          .values(people.map((id) => ({ id, name: "Nilda", email: `${id}@people.example` })));
        const ways = times.flatMap((at) => [
          { expiresAt: at },
          { expiresAt: later, completedAt: at },
          { expiresAt: later, cancelledAt: at },
        ]);
        await db.insert(emailChanges).values(
          [...ways, { expiresAt: later }].map((ended, place) => ({
            ...{ id: newId(), accountId: people[place] ?? "", oldEmail: email, newEmail: email },
            ...{ oldTokenHash: hash(), newTokenHash: hash() },
            ...ended,
          })),
        );
        break;
      }
      case "hand_offs":
        await db.insert(handOffs).values(
          [...times, later].map((expiresAt) => ({
            ...{ id: newId(), accountId, organizationId: school.id, tokenHash: hash(), expiresAt },
          })),
        );
        break;
      case "refresh_tokens": {
        const sessionId = newId();
        await db.insert(sessions).values({ id: sessionId, accountId, kind: "api", expiresAt: later });
        await db.insert(refreshTokens).values(
          [...times, later].map((expiresAt) => ({
            ...{ id: newId(), accountId, sessionId, tokenHash: hash(), expiresAt },
          })),
        );
        break;
      }
      case "idempotency_keys":
        await db.insert(idempotencyKeys).values(
          [...times, later].map((expiresAt) => ({
            ...{ principal: `session ${newId()}`, key: newId(), requestHash: hash(), expiresAt },
          })),
        );
        break;
      case "rate_limits":
        await db
          .insert(rateLimits)
          .values([
            ...[...times, later].map((at) => ({ key: `over:${newId()}`, points: 1, expire: at.getTime() })),
            { key: `over:${newId()}`, points: 1, expire: null },
          ]);
        break;
      case "outbox_messages":
        await db.insert(outboxMessages).values(
          [...times, later].map((createdAt) => ({
            ...{ id: newId(), recipient: email, subject: "Link", html: "", text: "", headers: {}, createdAt },
          })),
        );
        break;
      default:
        throw new Error(`What is over of ${retention.table}?`);
    }
  });
}

async function counts(): Promise<Record<string, number>> {
  const rows = await asOperator(urls.operator, async ({ db }) =>
    Promise.all(
      RETENTION.map(async ({ table }) => {
        const [row] = await db.execute<{ count: number }>(
          sql`select count(*)::int as count from core.${sql.identifier(table)}`,
        );
        return [table, row?.count ?? 0] as const;
      }),
    ),
  );
  return Object.fromEntries(rows);
}

/** Ways in which a row of the table can be over. */
const WAYS: Record<string, number> = { tokens: 2, sessions: 2, email_changes: 3 };

test("what was over longer ago than it is kept goes; what is younger or not over stays", async () => {
  for (const retention of RETENTION) await leave(retention);
  const before = await counts();
  const forgotten = await forgetWhatIsOver(urls.operator);
  expect(forgotten).toEqual(Object.fromEntries(RETENTION.map(({ table }) => [table, WAYS[table] ?? 1])));
  const after = await counts();
  for (const { table } of RETENTION)
    expect(after[table], table).toBe((before[table] ?? 0) - (WAYS[table] ?? 1));
  expect(Object.values(await forgetWhatIsOver(urls.operator)).every((count) => count === 0)).toBe(true);
});

test("more than goes at once goes all the same; a row that somebody holds stays for the next night", async () => {
  await asOperator(urls.operator, ({ db }) =>
    db.execute(sql`insert into core.rate_limits (key, points, expire)
      select 'many:' || n, 1, 0 from generate_series(1, 2500) n`),
  );
  await asOperator(urls.operator, async ({ db }) => {
    await db.execute(sql`select from core.rate_limits where key = 'many:7' for update`);
    expect(await forgetWhatIsOver(urls.operator)).toMatchObject({ rate_limits: 2_499 });
  });
  expect(await forgetWhatIsOver(urls.operator)).toMatchObject({ rate_limits: 1 });
});
