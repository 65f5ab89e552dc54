import { and, eq, isNull } from "drizzle-orm";
import { accounts } from "@/db/schema/core/accounts";
import { organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import { atGate, type GateTx } from "@/db/scope";
import { settingsColumn } from "@/db/settings-column";
import type { InvitationStatus } from "@/domain/roles";
import { hashToken, isToken } from "@/lib/tokens";
import { notFound } from "@/server/errors";
import { type PublicFace, publicFace } from "../organization";
import { findInvitation } from "./queries";

/** What an invitation's address can sign in with already: nothing, an account, or one that another school has. */
export type ContactAccount = { has: "nothing" } | { has: "account" } | { has: "place"; school: string };

export type OpenSchoolInvitation = {
  name: string;
  email: string;
  slug: string | null;
  status: InvitationStatus;
  invitedBy: string;
  expiresAt: Date;
  account: ContactAccount;
  /** The school that runs the platform. */
  master: PublicFace | null;
};

/** What a link's holder is shown: who invites which school, and whether its address has an account. */
export async function openSchoolInvitation({ token }: { token: string }): Promise<OpenSchoolInvitation> {
  if (!isToken(token)) throw notFound();
  const tokenHash = hashToken(token);
  return atGate({ tokenHash }, async (tx) => {
    const { name, email, slug, status, invitedBy, expiresAt } = await findInvitation(tx, tokenHash);
    const master = await findMaster(tx);
    const account: ContactAccount =
      status === "pending" ? await findContactAccount(tx, email) : { has: "nothing" };
    return { name, email, slug, status, invitedBy, expiresAt, account, master };
  });
}

async function findMaster(tx: GateTx): Promise<PublicFace | null> {
  const [master] = await tx.db
    .select({ name: organizations.name, logoKey: organizations.logoKey, settings: settingsColumn })
    .from(organizations)
    .where(eq(organizations.kind, "master"));
  return master ? publicFace(master) : null;
}

async function findContactAccount(tx: GateTx, email: string): Promise<ContactAccount> {
  await tx.name({ email });
  const [account] = await tx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email));
  if (!account) return { has: "nothing" };
  await tx.name({ accountId: account.id });
  const [place] = await tx.db
    .select({ school: organizations.name })
    .from(users)
    .innerJoin(organizations, eq(organizations.id, users.organizationId))
    .where(and(eq(users.accountId, account.id), isNull(users.leftAt)));
  return place ? { has: "place", ...place } : { has: "account" };
}
