import type { AuditVia } from "@/domain/audit-list";
import type { Role } from "@/domain/roles";
import { type Connection, type Db, takeConnection } from "./client";
import { schemaName, setLocal, uuidLiteral } from "./settings-sql";

/** Where something that is done comes from, as the audit log keeps it. */
export type Origin = {
  ipAddress: string | null;
  userAgent?: string | null | undefined;
  /** "web" where it is not said. */
  via?: AuditVia | undefined;
};

/** On whose behalf something is done: a signed-in person, or the system itself (`userId` and `accountId` null). */
export type Actor = Origin & {
  accountId: string | null;
  userId: string | null;
  /** As the audit log names them. */
  name: string;
  role: Role;
  /** Whom they stand for, by name: the school that a visitor entered, the maker of an API key. */
  onBehalfOf?: string | undefined;
};

/**
 * An actor inside one school. `placement` is what the session look-up knew; a stale one is looked up again. With
 * `readOnly` PostgreSQL refuses every write.
 */
export type OrganizationActor = Actor & { organizationId: string; placement: string; readOnly?: boolean };

/** What a visitor to the gate can name: the gate shows them the rows of these and no others. */
export type GateKeys = {
  email?: string;
  accountId?: string;
  sessionId?: string;
  tokenHash?: string;
  organizationId?: string;
  invitationId?: string;
};

const plane = Symbol("plane");

/** A transaction inside one school, on both planes. */
export type TenantTx = { readonly [plane]: "tenant"; readonly db: Db; readonly actor: OrganizationActor };

/** A transaction on the control plane of every school. */
export type PlatformTx = {
  readonly [plane]: "platform";
  readonly db: Db;
  readonly actor: Actor;
  /** Works inside one school in the same transaction, for acts that write both planes. */
  enter<T>(organizationId: string, fn: (tx: TenantTx) => Promise<T>): Promise<T>;
};

/** A transaction before sign-in. */
export type GateTx = {
  readonly [plane]: "gate";
  readonly db: Db;
  /** Names further rows, learned from those just read. */
  name(keys: GateKeys): Promise<void>;
};

type Row = Record<string, unknown>;

const READ_ONLY = "begin read only";
type Begin = "begin" | typeof READ_ONLY;

/**
 * Runs `fn` inside one school: role, search path and settings go out with BEGIN, and the first statements of `fn`
 * right behind them, in one round trip. Commits when `fn` returns, rolls back when it throws.
 */
export function inOrganization<T>(actor: OrganizationActor, fn: (tx: TenantTx) => Promise<T>): Promise<T> {
  return whereSchoolIs(actor, actor.readOnly ? READ_ONLY : "begin", fn);
}

/** As `inOrganization`, for what only reads: PostgreSQL refuses writes, and the answer does not wait for COMMIT. */
export function readInOrganization<T>(
  actor: OrganizationActor,
  fn: (tx: TenantTx) => Promise<T>,
): Promise<T> {
  return whereSchoolIs(actor, READ_ONLY, fn);
}

async function whereSchoolIs<T>(
  actor: OrganizationActor,
  begin: Begin,
  fn: (tx: TenantTx) => Promise<T>,
): Promise<T> {
  const attempt = (placement: string) =>
    transaction(
      tenantPreamble(actor, placement),
      (connection) => fn({ [plane]: "tenant", db: connection.db, actor: { ...actor, placement } }),
      { begin, assertion: [PLACEMENT_ASSERTION, [actor.organizationId, placement]] },
    );
  try {
    return await attempt(actor.placement);
  } catch (error) {
    if (!isDivisionByZero(error)) throw error;
    // Moved since the session look-up, it seems.
    const placement = await currentPlacement(actor);
    if (placement === actor.placement) throw error;
    return attempt(placement);
  }
}

/** Runs `fn` on the control plane; `tx.enter` switches into a school within the same transaction. */
export async function onPlatform<T>(actor: Actor, fn: (tx: PlatformTx) => Promise<T>): Promise<T> {
  const settings = { account_id: actor.accountId, user_id: actor.userId };
  const preamble = `set local role homeroom_platform; set local search_path to core; ${setLocal(settings)}`;
  return transaction(preamble, ({ run, db }) =>
    fn({
      [plane]: "platform",
      db,
      actor,
      async enter(organizationId, inside) {
        const [found] = await lastResult(
          run(`${placementLock(organizationId)} ${placementQuery(organizationId)}`),
        );
        if (typeof found?.placement !== "string") throw new Error("No such organization");
        const entered = { ...actor, organizationId, placement: found.placement };
        await run(scopeStatements(entered, entered.placement));
        const value = await inside({ [plane]: "tenant", db, actor: entered });
        await run(`set local app.organization_id to ''; ${preamble}`);
        return value;
      },
    }),
  );
}

/** Runs `fn` before sign-in, seeing the rows that `keys` name. */
export async function atGate<T>(keys: GateKeys, fn: (tx: GateTx) => Promise<T>): Promise<T> {
  return transaction(gatePreamble(keys), ({ run, db }) =>
    fn({
      [plane]: "gate",
      db,
      async name(further) {
        await run(setLocal(gateSettings(further)));
      },
    }),
  );
}

/** One statement in a gate transaction, for the look-up that every request makes: all of it goes out in one round trip. */
export async function readAtGate(keys: GateKeys, statement: string, values: string[] = []): Promise<Row[]> {
  const preamble = gatePreamble(keys);
  const connection = await takeConnection();
  // Where one fails the rest do too, each with an answer of its own; without its role the login reads nothing.
  const begun = connection.run(`${READ_ONLY}; ${preamble}`);
  const read = connection.read(statement, values);
  connection.release(connection.run("commit"));
  const [beginning] = await Promise.allSettled([begun, read]);
  if (beginning.status === "rejected") throw beginning.reason;
  return lastResult(read);
}

function scopeStatements(actor: OrganizationActor, placement: string): string {
  const { organizationId, accountId, userId } = actor;
  uuidLiteral(organizationId);
  const settings = { organization_id: organizationId, account_id: accountId, user_id: userId };
  return `set local role homeroom_tenant; set local search_path to ${schemaName(placement)}; ${setLocal(settings)}`;
}

function tenantPreamble(actor: OrganizationActor, placement: string): string {
  return `${scopeStatements(actor, placement)} ${placementLock(actor.organizationId)}`;
}

// Divides by zero where the school is placed elsewhere, which fails what was sent behind: nothing runs in the wrong
// schema. A statement of its own behind the lock, so that it sees what a move has done; prepared, since it is planned
// as long as all else of the scope takes.
const PLACEMENT_ASSERTION = "select 1 / count(*) from core.organizations where id = $1 and placement = $2";

async function currentPlacement(actor: OrganizationActor): Promise<string> {
  const [found] = await transaction(tenantPreamble(actor, actor.placement), ({ run }) =>
    lastResult(run(placementQuery(actor.organizationId))),
  );
  if (typeof found?.placement !== "string") throw new Error("No such organization");
  return found.placement;
}

// A move of the school takes the same lock exclusively: nobody works in a schema that is being left.
function placementLock(organizationId: string): string {
  return `select pg_advisory_xact_lock_shared(hashtextextended(${uuidLiteral(organizationId)}, 0));`;
}

function placementQuery(organizationId: string): string {
  return `select placement from core.organizations where id = ${uuidLiteral(organizationId)}`;
}

function gateSettings(keys: GateKeys): Record<string, string> {
  const names = {
    email: "email",
    accountId: "account_id",
    sessionId: "session_id",
    tokenHash: "token_hash",
    organizationId: "organization_id",
    invitationId: "invitation_id",
  } as const;
  return Object.fromEntries(
    Object.entries(keys).flatMap(([key, value]) => (value ? [[names[key as keyof GateKeys], value]] : [])),
  );
}

function gatePreamble(keys: GateKeys): string {
  return `set local role homeroom_gate; set local search_path to core; ${setLocal(gateSettings(keys))}`;
}

async function transaction<T>(
  preamble: string,
  body: (connection: Connection) => Promise<T>,
  { begin = "begin", assertion }: { begin?: Begin; assertion?: [string, string[]] } = {},
): Promise<T> {
  const connection = await takeConnection();
  // Not waited for: statements sent behind it fail with it, and without its role the login may do nothing.
  const begun = Promise.all([
    connection.run(`${begin}; ${preamble}`),
    assertion && connection.read(...assertion),
  ]);
  begun.catch(() => undefined);
  let ended: Promise<unknown> | undefined;
  try {
    const value = await Promise.race([body(connection), connection.lost]);
    await begun;
    ended = connection.run("commit");
    // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error.
    if (begin !== READ_ONLY && commandOf(await ended) !== "COMMIT")
      throw new Error("The transaction had failed and was rolled back");
    return value;
  } catch (error) {
    const [beginning] = await Promise.allSettled([begun]);
    ended = connection.run("rollback").catch(() => undefined);
    await ended;
    // What statements say of a transaction that did not begin is beside the point.
    throw beginning.status === "rejected" ? beginning.reason : error;
  } finally {
    connection.release(ended);
  }
}

function isDivisionByZero(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "22012";
}

function commandOf(result: unknown): unknown {
  return typeof result === "object" && result !== null && "command" in result ? result.command : undefined;
}

async function lastResult(query: PromiseLike<unknown>): Promise<Row[]> {
  return rowsOf(await query).at(-1) ?? [];
}

// Several statements answer with a list of results, a single one with its rows.
function rowsOf(results: unknown): Row[][] {
  if (!Array.isArray(results)) return [];
  return Array.isArray(results[0]) ? (results as Row[][]) : [results as Row[]];
}
