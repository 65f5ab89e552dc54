import { and, eq, isNull } from "drizzle-orm";
import { provisionings } from "@/db/schema/core/onboarding";
import { organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import type { PlatformTx } from "@/db/scope";
import type { AcceptSchoolInput } from "@/domain/onboarding";
import { newId } from "@/lib/ids";
import { searchKey, sortKey } from "@/lib/text-keys";
import { enqueue } from "@/server/adapters/queue";
import { DomainError } from "@/server/errors";
import { beginAcademics } from "../academics";
import { recordEvents } from "../audit";
import { insertSchool, writeSettings } from "../organization";
import type { LockedInvitation } from "./queries";

type Owner = { id: string; name: string; email: string };

/**
 * Writes a whole school in the caller's transaction: a guest of the master with its settings and its first admin.
 * Placed apart, it waits for the operator's process to make its schema.
 */
export async function openSchool(
  tx: PlatformTx,
  given: { invitation: LockedInvitation; input: AcceptSchoolInput; owner: Owner },
): Promise<string> {
  const { invitation, input, owner } = given;
  await refuseMember(tx, owner);
  const id = newId();
  const { slug, schoolName: name } = input;
  const { plan, placedApart } = invitation;
  // Its own schema from the beginning: whatever came too early would fail, and lie nowhere else.
  const placement = placedApart ? ownPlacement(slug, id) : "app";
  await insertSchool(
    tx,
    { slug, name, plan, placement, status: placedApart ? "provisioning" : "active" },
    id,
  );
  const userId = await addAdmin(tx, id, owner);
  // Its years and grades are written where its own tables are, which the operator's process makes first.
  if (placedApart)
    await tx.db.insert(provisionings).values({ organizationId: id, placement, year: input.year });
  await tx.enter(id, async (inside) => {
    const self = {
      ...inside,
      actor: { ...inside.actor, accountId: owner.id, userId, name: owner.name },
    };
    await writeSettings(self, {
      "branding.primaryColor": input.primaryColor,
      "branding.motto": input.motto,
      "region.locale": input.locale,
    });
    const begun = placedApart ? {} : await beginAcademics(self, { year: input.year });
    await recordEvents(self, [
      {
        action: "organization.created",
        subject: { type: "organization", id, name },
        after: { slug, plan, year: input.year, ...begun },
      },
      {
        action: "user.created",
        subject: { type: "user", id: userId, name: owner.name },
        after: { email: owner.email, role: "ORG_ADMIN" },
      },
    ]);
    if (placedApart) await enqueue(self, "provision-school", {}, `provision-${id}`);
  });
  return id;
}

/** A schema's name that no other school can have: PostgreSQL takes 63 characters. */
function ownPlacement(slug: string, id: string): string {
  return `school_${slug.replaceAll("-", "_").slice(0, 36)}_${id.slice(-12)}`;
}

async function refuseMember(tx: PlatformTx, { id }: Owner): Promise<void> {
  const [elsewhere] = await tx.db
    .select({ school: organizations.name })
    .from(users)
    .innerJoin(organizations, eq(organizations.id, users.organizationId))
    .where(and(eq(users.accountId, id), isNull(users.leftAt)));
  if (elsewhere) throw new DomainError("conflict", "schoolInvitation.elsewhere", { values: elsewhere });
}

async function addAdmin(tx: PlatformTx, organizationId: string, owner: Owner): Promise<string> {
  const { id: accountId, name, email } = owner;
  const id = newId();
  const made = await tx.db
    .insert(users)
    .values({
      organizationId,
      id,
      accountId,
      name,
      email,
      role: "ORG_ADMIN",
      sortKey: sortKey(name),
      searchKey: searchKey(`${name} ${email}`),
    })
    .onConflictDoNothing()
    .returning({ id: users.id });
  // Became a member of another school at the same moment.
  if (made.length === 0) throw new DomainError("conflict", "invitation.tryAgain");
  return id;
}
