import { and, eq, isNull } from "drizzle-orm";
import { addressColumn } from "@/db/address-column";
import { accountPasswords, accounts } from "@/db/schema/core/accounts";
import { organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import type { Actor, GateTx, OrganizationActor, Origin } from "@/db/scope";
import { settingsColumn } from "@/db/settings-column";
import type { OrganizationStatus, Role, UserStatus } from "@/domain/roles";
import { DomainError } from "@/server/errors";

/** Where a request came from. */
export type Visitor = Origin & { userAgent: string | null };

/** The address at which a visitor is: of all schools, of the platform, or of one school. */
export type VisitedPlace = {
  kind: "shared" | "apex" | "school" | "unknown";
  school?: { id: string } | undefined;
};

/** A signed-in person and where the request came from: what `authedProcedure` hands on. */
export type SignedIn = Visitor & {
  session: {
    id: string;
    account: { id: string; email: string; name: string };
    user: { id: string; role: Role; status: UserStatus } | null;
    organization: { id: string; placement: string; status: OrganizationStatus } | null;
  };
};

const accountColumns = {
  id: accounts.id,
  email: accounts.email,
  name: accounts.name,
  locale: accounts.locale,
  emailVerifiedAt: accounts.emailVerifiedAt,
};

/** The account of an e-mail that the transaction has named. */
export async function findAccount(tx: GateTx, email: string) {
  const [account] = await tx.db.select(accountColumns).from(accounts).where(eq(accounts.email, email));
  return account;
}

/** An account that the transaction has named; with `lock`, held as it is until the end. */
export async function findAccountById(tx: GateTx, id: string, lock = false) {
  const query = tx.db.select(accountColumns).from(accounts).where(eq(accounts.id, id));
  const [account] = await (lock ? query.for("update") : query);
  return account;
}

/** The password hash of an account that the transaction has named; with `lock`, held as it is until the end. */
export async function findPasswordHash(
  tx: GateTx,
  accountId: string,
  lock = false,
): Promise<string | undefined> {
  const query = tx.db
    .select({ passwordHash: accountPasswords.passwordHash })
    .from(accountPasswords)
    .where(eq(accountPasswords.accountId, accountId));
  const [row] = await (lock ? query.for("update") : query);
  return row?.passwordHash;
}

/** The account's place in a school, if it has one. */
export async function findMembership(tx: GateTx, accountId: string) {
  const [row] = await tx.db
    .select({ userId: users.id, organizationId: users.organizationId, role: users.role })
    .from(users)
    .where(and(eq(users.accountId, accountId), isNull(users.leftAt)));
  return row;
}

/** What pages before sign-in show of a school, and the way to it. */
export const schoolColumns = {
  id: organizations.id,
  name: organizations.name,
  logoKey: organizations.logoKey,
  status: organizations.status,
  isDefault: organizations.isDefault,
  address: addressColumn,
};

/** The school that takes in who registers, and whose look is that of an address which all schools share. */
export async function findDefaultOrganization(tx: GateTx) {
  const [row] = await tx.db
    .select({ ...schoolColumns, settings: settingsColumn })
    .from(organizations)
    .where(eq(organizations.isDefault, true));
  return row;
}

/** Who acts, as the audit log tells it, for an account before or outside a school. */
export function gateActor(
  account: { id: string; name: string },
  membership: { userId: string; role: Role } | undefined,
  { ipAddress, userAgent, via }: Origin,
): Actor {
  return {
    accountId: account.id,
    userId: membership?.userId ?? null,
    name: account.name,
    role: membership?.role ?? "STUDENT",
    ipAddress,
    userAgent,
    via,
  };
}

/** The actor of a signed-in person's own account. */
export function actorOf(who: SignedIn): Actor {
  const { account, user } = who.session;
  return gateActor(account, user ? { userId: user.id, role: user.role } : undefined, who);
}

/** The person in their own school, whichever school they visit; undefined where that door is not open to them. */
export function findOwnPlace(who: SignedIn): OrganizationActor | undefined {
  const { user, organization } = who.session;
  if (user?.status !== "active" || organization?.status !== "active") return undefined;
  return { ...actorOf(who), organizationId: organization.id, placement: organization.placement };
}

/** As `findOwnPlace`; throws `forbidden` where the door is not open. */
export function ownPlace(who: SignedIn): OrganizationActor {
  const place = findOwnPlace(who);
  if (!place) throw new DomainError("forbidden", "forbidden");
  return place;
}

/** A visitor of whom nothing is known but the address they typed. */
export function visitorActor(email: string, { ipAddress, userAgent, via }: Origin): Actor {
  return { accountId: null, userId: null, name: email, role: "STUDENT", ipAddress, userAgent, via };
}
