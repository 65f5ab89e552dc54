import { invitationReach } from "./permissions";
import { type Role, rolesThatMayBeGivenBy } from "./roles";
import type { Settings } from "./setting-list";

type InvitationSettings = Pick<Settings, "invitations.coachRoles" | "invitations.defaultRole">;

/** Roles that somebody with this one may invite people as, the school's usual one first. */
export function invitableRoles(role: Role, settings: InvitationSettings): Role[] {
  const allowed: readonly Role[] =
    invitationReach(role) === "own-classes"
      ? settings["invitations.coachRoles"]
      : rolesThatMayBeGivenBy(role);
  const usual = settings["invitations.defaultRole"];
  return rolesThatMayBeGivenBy(role)
    .filter((each) => allowed.includes(each))
    .sort((one, other) => Number(other === usual) - Number(one === usual));
}
