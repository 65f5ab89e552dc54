import type { Sql, TransactionSql } from "postgres";
import { connect } from "@/db/client";
import type { OldSchool } from "./old-school";

/** A repeatable sequence of numbers from 0 to 1 (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Tx = TransactionSql;
type Act = (tx: Tx, s: string, at: (highest: number) => number) => Promise<unknown>;

const someUser = (s: string) =>
  `(select id from ${s}.users where id > greatest(1, $1::bigint % (select max(id) - 1 from ${s}.users)) order by id limit 1)`;

/** What the old code does in a day: by table, every kind of write, alone or several in a transaction. */
const ACTS: Act[] = [
  (tx, s, at) =>
    tx.unsafe(
      `with made as (insert into ${s}.users (email, name, password_hash, role)
        values ('Nueva.' || $1 || '@colegio.example', 'Nueva Ñáñez ' || $1, '$argon2id$v=19$' || $1, 'student')
        on conflict do nothing returning id)
       insert into ${s}.workspaces (user_id, name, data) select id, 'Nuevo', '{"a": 1}' from made`,
      [String(at(1e9))],
    ),
  // The same person once more, in capitals.
  (tx, s, at) =>
    tx.unsafe(
      `insert into ${s}.users (email, name, role) select upper(email), 'Doble ' || name, 'coach' from ${s}.users
       where id = ${someUser(s)} on conflict do nothing`,
      [String(at(1e9))],
    ),
  (tx, s, at) =>
    tx.unsafe(
      `update ${s}.users set name = 'Otra ' || $1, active = not active, password_hash = '$argon2id$v=19$new' || $1
       where id = ${someUser(s)}`,
      [String(at(1e9))],
    ),
  (tx, s, at) =>
    tx.unsafe(
      `update ${s}.users set email = 'Cambiada.' || $1 || '@colegio.example' where id = ${someUser(s)}`,
      [String(at(1e9))],
    ),
  // Onto somebody else's address, but for case.
  (tx, s, at) =>
    tx.unsafe(
      `with other as (select initcap(lower(email)) as email from ${s}.users where id > $1::bigint % 250 order by id limit 1)
       update ${s}.users u set email = other.email from other
       where u.id = ${someUser(s)} and not exists (select from ${s}.users o where o.email = other.email)`,
      [String(at(1e9))],
    ),
  (tx, s, at) =>
    tx.unsafe(`update ${s}.users set role = 'parent' where id = ${someUser(s)}`, [String(at(1e9))]),
  (tx, s, at) => tx.unsafe(`delete from ${s}.users where id = ${someUser(s)}`, [String(at(1e9))]),
  (tx, s, at) =>
    tx.unsafe(
      `insert into ${s}.classes (name, coach_id) values ('Ajedrez ' || ($1::bigint % 5), ${someUser(s)})`,
      [String(at(1e9))],
    ),
  (tx, s, at) =>
    tx.unsafe(
      `update ${s}.classes set name = 'Taller ' || ($1::bigint % 9), archived = not archived, coach_id = ${someUser(s)}
       where id = 1 + $1::bigint % 30`,
      [String(at(1e9))],
    ),
  (tx, s, at) => tx.unsafe(`delete from ${s}.classes where id = 11 + $1::bigint % 200`, [String(at(1e9))]),
  (tx, s, at) =>
    tx.unsafe(
      `insert into ${s}.class_members (class_id, user_id)
       select (select id from ${s}.classes order by md5(id::text || $1) limit 1), ${someUser(s)} on conflict do nothing`,
      [String(at(1e9))],
    ),
  (tx, s, at) =>
    tx.unsafe(`delete from ${s}.class_members where user_id = ${someUser(s)}`, [String(at(1e9))]),
  (tx, s, at) =>
    tx.unsafe(
      `update ${s}.workspaces set data = jsonb_build_object('at', $1::text), user_id = ${someUser(s)}
       where id = 1 + $1::bigint % 250`,
      [String(at(1e9))],
    ),
  (tx, s, at) => tx.unsafe(`delete from ${s}.workspaces where id = 1 + $1::bigint % 250`, [String(at(1e9))]),
  (tx, s, at) =>
    tx.unsafe(
      `insert into ${s}.invitations (email, token, invited_by) values ('Invitada.' || ($1::bigint % 40) || '@colegio.example',
       'new' || $1, ${someUser(s)}) on conflict do nothing`,
      [String(at(1e9))],
    ),
  (tx, s, at) =>
    tx.unsafe(
      `update ${s}.invitations set status = (array['accepted', 'revoked', 'pending'])[1 + $1::bigint % 3], accepted_at = now()
       where id = 1 + $1::bigint % 60`,
      [String(at(1e9))],
    ),
  (tx, s, at) => tx.unsafe(`delete from ${s}.invitations where id = 1 + $1::bigint % 60`, [String(at(1e9))]),
];

export type OldCode = {
  /** Transactions committed so far. */
  readonly committed: number;
  /** Waits until so many more are committed. */
  more(count: number): Promise<void>;
  /** Lets it come to its end; what it was refused with, where it was. */
  end(): Promise<string[]>;
};

/** Goes on writing through the old shape until it is ended or finds its tables gone. */
export function runOldCode(school: OldSchool, { seed = 1, writers = 2 } = {}): OldCode {
  let committed = 0;
  let isEnding = false;
  const refusals: string[] = [];
  const waiting = new Set<() => void>();
  const write = async (sql: Sql, next: () => number) => {
    const at = (highest: number) => Math.floor(next() * highest);
    while (!isEnding) {
      try {
        await sql.begin(async (tx) => {
          const count = 1 + at(3);
          for (let each = 0; each < count; each++) await ACTS[at(ACTS.length)]?.(tx, school.schema, at);
          if (next() < 0.05) throw new ChangedItsMind();
        });
        committed += 1;
      } catch (error) {
        if (error instanceof ChangedItsMind) continue;
        const code = error instanceof Error && "code" in error ? String(error.code) : "";
        if (code === RETIRED) break;
        if (!isItsOwn(error, code)) refusals.push(String(error));
      } finally {
        for (const resolve of waiting) resolve();
      }
    }
  };
  const pools = Array.from({ length: writers }, () => connect(school.oldCode));
  const ended = Promise.all(
    pools.map(async (sql, index) => {
      await write(sql, numbers(seed * 1_000 + index));
      await sql.end();
    }),
  ).finally(() => {
    isEnding = true;
    for (const resolve of waiting) resolve();
  });
  return {
    get committed() {
      return committed;
    },
    async more(count) {
      const goal = committed + count;
      while (committed < goal && !isEnding)
        await new Promise<void>((resolve) => {
          const once = () => {
            waiting.delete(once);
            resolve();
          };
          waiting.add(once);
        });
    },
    async end() {
      isEnding = true;
      await ended;
      return refusals;
    },
  };
}

const RETIRED = "42P01";

// Its two writers stood in each other's way, wanted the same address, or one named a person or a class that the other
// was deleting: so they did before.
const OWN_CONSTRAINTS = new Set([
  ...["users_email_key", "class_members_class_id_fkey", "class_members_user_id_fkey"],
  ...["classes_coach_id_fkey", "workspaces_user_id_fkey", "invitations_invited_by_fkey"],
]);

function isItsOwn(error: unknown, code: string): boolean {
  const constraint = error instanceof Error && "constraint_name" in error ? error.constraint_name : undefined;
  return code === "40P01" || OWN_CONSTRAINTS.has(String(constraint));
}

class ChangedItsMind extends Error {}
