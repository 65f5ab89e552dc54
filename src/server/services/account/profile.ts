import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/core/accounts";
import { users } from "@/db/schema/core/users";
import { inOrganization, type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import type { UpdateProfileInput } from "@/domain/account";
import { searchKey, sortKey } from "@/lib/text-keys";
import { fileUrl } from "@/server/adapters/storage/storage";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { ownPlace, type SignedIn } from "./queries";

/** How one is known in one's school. */
export async function getProfile(who: SignedIn) {
  const place = ownPlace(who);
  return readInOrganization(place, async (tx) => {
    const { name, email, phone, photoKey, joinedAt } = await findSelf(tx, place);
    return { name, email, phone, photoUrl: photoKey && fileUrl(photoKey), joinedAt };
  });
}

/** Changes one's name, in the account and the school's copy alike, and one's telephone number there. */
export async function updateProfile(who: SignedIn, input: UpdateProfileInput): Promise<void> {
  const place = ownPlace(who);
  await inOrganization(place, async (tx) => {
    const self = await findSelf(tx, place, true);
    const name = input.name ?? self.name;
    const phone = input.phone ?? self.phone;
    const changed = { ...(name !== self.name && { name }), ...(phone !== self.phone && { phone }) };
    if (Object.keys(changed).length === 0) return;
    const updatedAt = new Date();
    await Promise.all([
      tx.db
        .update(users)
        .set({
          name,
          phone,
          sortKey: sortKey(name),
          searchKey: searchKey(`${name} ${self.email}`),
          updatedAt,
        })
        .where(and(eq(users.organizationId, place.organizationId), eq(users.id, self.id))),
      tx.db.update(accounts).set({ name, updatedAt }).where(eq(accounts.id, self.accountId)),
    ]);
    await recordEvents(tx, [
      {
        action: "user.profile_changed",
        subject: { type: "user", id: self.id, name },
        before: Object.fromEntries(
          Object.keys(changed).map((key) => [key, self[key as keyof typeof changed]]),
        ),
        after: changed,
      },
    ]);
  });
}

/** One's own row in the school; with `lock`, held as it is until the end. */
export async function findSelf(tx: TenantTx, place: OrganizationActor, lock = false) {
  const query = tx.db
    .select()
    .from(users)
    .where(and(eq(users.organizationId, place.organizationId), eq(users.id, place.userId ?? "")));
  const [self] = await (lock ? query.for("update") : query);
  if (!self) throw new DomainError("forbidden", "forbidden");
  return self;
}
