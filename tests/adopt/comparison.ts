import { expect } from "vitest";
import { searchKey, sortKey } from "@/lib/text-keys";
import type { OldRows, OldSchool } from "./old-school";

// Said again in TypeScript, so that what the tool compares with is not what it is compared with.

const ROLES: Record<string, string> = { admin: "ORG_ADMIN", coach: "COACH", parent: "PARENT" };
const STATUSES = new Set(["pending", "accepted", "expired"]);

function addressOf(email: string, id: string): string {
  const address = email.trim().toLowerCase();
  return /^[^@\s]+@[^@\s]+$/.test(address) ? address : `user-${id}@adopted.invalid`;
}

const text = (value: unknown) => JSON.stringify(value);

/** Row by row: everything that the old tables say is said by the new ones, and nothing else is. */
export async function expectNothingLost({ look }: OldSchool, old: OldRows): Promise<void> {
  const [organization] = await look`select id from core.organizations where is_default`;
  const school = String(organization?.id);

  // People: one for each address, as its oldest row says.
  const oldest = new Map<string, OldRows["users"][number]>();
  for (const row of old.users) {
    const address = addressOf(row.email, row.id);
    if (!oldest.has(address)) oldest.set(address, row);
  }
  const people =
    await look`select u.id, u.email, a.email as account_email, u.name, u.role, u.status, u.sort_key, u.search_key,
      w.password_hash as hash
    from core.users u join core.accounts a on a.id = u.account_id
    left join core.account_passwords w on w.account_id = a.id
    where u.organization_id = ${school} and u.left_at is null`;
  const personLines = people.map((row) =>
    text([
      row.email,
      row.account_email,
      row.name,
      row.role,
      row.status,
      row.sort_key,
      row.search_key,
      row.hash,
    ]),
  );
  const expectedPeople = [...oldest].map(([address, row]) =>
    text([
      address,
      address,
      row.name,
      ROLES[row.role] ?? "STUDENT",
      row.active ? "active" : "suspended",
      sortKey(row.name),
      searchKey(`${row.name} ${address}`),
      row.password_hash.startsWith("$argon2id$") ? row.password_hash : null,
    ]),
  );
  expect(personLines.sort()).toEqual(expectedPeople.sort());
  const personByAddress = new Map(people.map((row) => [String(row.email), String(row.id)]));
  const personOf = new Map(
    old.users.map((row) => [row.id, personByAddress.get(addressOf(row.email, row.id)) ?? "nobody"]),
  );

  // Classes: each by its mapping; a name that another has carries the old id.
  const classes =
    await look`select m.old_id, c.id, c.name, c.sort_key, c.description, c.state, l.user_id as coach
    from adopt.classes m join app.classes c on c.id = m.class_id
    left join app.class_coaches l on l.class_id = c.id and l.is_lead`;
  const classById = new Map(classes.map((row) => [Number(row.old_id), row]));
  for (const row of old.classes) {
    const found = classById.get(row.id);
    expect([row.name, `${row.name} (${row.id})`]).toContain(found?.name);
    expect(found).toMatchObject({
      sort_key: sortKey(String(found?.name)),
      description: row.description ?? "",
      state: row.archived ? "archived" : "active",
      coach: row.coach_id === null ? null : personOf.get(row.coach_id),
    });
  }
  const known = new Set(old.classes.map(({ id }) => id));
  for (const row of classes.filter((each) => !known.has(Number(each.old_id))))
    expect(row).toMatchObject({ state: "archived" });

  const places = await look`select class_id, user_id from app.enrollments where state = 'active'`;
  const placeLines = places.map((row) => `${row.class_id} ${row.user_id}`).sort();
  const expectedPlaces = old.members.map(
    (row) => `${classById.get(row.class_id)?.id} ${personOf.get(row.user_id)}`,
  );
  expect(placeLines).toEqual([...new Set(expectedPlaces)].sort());

  const workspaces = await look`select u.id as person, w.name, w.data from core.workspaces w
    join core.users u on u.account_id = w.account_id and u.left_at is null`;
  expect(workspaces.map((row) => text([row.person, row.name, row.data])).sort()).toEqual(
    old.workspaces.map((row) => text([personOf.get(row.user_id), row.name, row.data ?? {}])).sort(),
  );

  // Invitations: of several open ones for an address the newest is open.
  const newest = new Map<string, string>();
  for (const row of old.invitations)
    if (row.status === "pending") newest.set(row.email.toLowerCase(), row.id);
  const invitations =
    await look`select m.old_id, i.email, i.role, i.class_id, i.status, i.invited_by from core.invitations i
    join adopt.invitations m on m.invitation_id = i.id`;
  const invited = new Set(old.invitations.map(({ id }) => id));
  const invitationLines = invitations
    .filter((row) => invited.has(row.old_id) || row.status === "pending")
    .map((row) => text([row.old_id, row.email, row.role, row.class_id, row.status, row.invited_by]));
  const expectedInvitations = old.invitations.map((row) => {
    const isReplaced = row.status === "pending" && newest.get(row.email.toLowerCase()) !== row.id;
    return text([
      row.id,
      row.email.toLowerCase(),
      ROLES[row.role] ?? "STUDENT",
      row.class_id === null ? null : (classById.get(row.class_id)?.id ?? null),
      isReplaced || !STATUSES.has(row.status) ? "revoked" : row.status,
      row.invited_by === null ? null : personOf.get(row.invited_by),
    ]);
  });
  expect(invitationLines.sort()).toEqual(expectedInvitations.sort());
}
