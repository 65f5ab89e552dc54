import { eq } from "drizzle-orm";
import { addressColumn } from "@/db/address-column";
import { provisionings } from "@/db/schema/core/onboarding";
import { organizations } from "@/db/schema/core/organizations";
import { type Actor, atGate, onPlatform } from "@/db/scope";
import { settingsColumn } from "@/db/settings-column";
import type { ProvisioningState } from "@/domain/roles";
import { hashToken, isToken } from "@/lib/tokens";
import { notFound } from "@/server/errors";
import { schoolUrl } from "@/server/tenancy/school-url";
import { findInvitation } from "./queries";

export type JoinedSchool = {
  name: string;
  slug: string;
  primaryColor: string;
  motto: string;
  /** Whom its first admin signs in as. */
  email: string;
  /** Where they do. */
  signInUrl: string;
  /** `done`: it can be used. */
  state: ProvisioningState;
  /** Steps of the operator's process, of how many. */
  done: number;
  total: number;
};

const VISITOR: Actor = { accountId: null, userId: null, name: "Homeroom", role: "STUDENT", ipAddress: null };

/** The school that a link was accepted for, and how far it is. Throws NOT_FOUND before that. */
export async function getJoinProgress({ token }: { token: string }): Promise<JoinedSchool> {
  if (!isToken(token)) throw notFound();
  const tokenHash = hashToken(token);
  const { organizationId, email } = await atGate({ tokenHash }, (tx) => findInvitation(tx, tokenHash));
  if (organizationId === null) throw notFound();
  // The gate knows of no provisionings: the link has named the one school that is looked up.
  const [school] = await onPlatform(VISITOR, (tx) =>
    tx.db
      .select({
        name: organizations.name,
        slug: organizations.slug,
        status: organizations.status,
        address: addressColumn,
        state: provisionings.state,
        done: provisionings.done,
        total: provisionings.total,
        settings: settingsColumn,
      })
      .from(organizations)
      .leftJoin(provisionings, eq(provisionings.organizationId, organizations.id))
      .where(eq(organizations.id, organizationId)),
  );
  if (!school) throw notFound();
  const { name, slug, address, status, state, settings } = school;
  return {
    name,
    slug,
    primaryColor: settings["branding.primaryColor"],
    motto: settings["branding.motto"],
    email,
    signInUrl: schoolUrl(address, `/sign-in?${new URLSearchParams({ email })}`),
    ...(status === "provisioning"
      ? { state: unfinished(state), done: school.done ?? 0, total: school.total ?? 0 }
      : { state: "done", done: 0, total: 0 }),
  };
}

// The school opens with the last step, a moment after that is written down.
function unfinished(state: ProvisioningState | null): ProvisioningState {
  return state === "done" ? "running" : (state ?? "queued");
}
