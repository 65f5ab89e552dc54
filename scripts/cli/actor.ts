import type { Actor, OrganizationActor } from "@/db/scope";
import { parseEmail } from "@/domain/email";
import { findRole } from "@/domain/role-words";
import { ROLES, type Role } from "@/domain/roles";
import { findOrganizationBySlug } from "@/server/services/organization";
import { UserError } from "../lib/user-error";
import { say } from "./words";

/** Whoever sits at the operator's machine, as the audit log names them. */
export const COMMAND_LINE: Actor = {
  accountId: null,
  userId: null,
  name: "Command line",
  role: "ADMIN",
  ipAddress: null,
  via: "cli",
};

/** The same inside the school with this slug. */
export async function actorIn(slug: string): Promise<OrganizationActor> {
  const school = await findOrganizationBySlug(COMMAND_LINE, { slug });
  if (!school) throw new UserError(`There is no school ${slug}: \`schools list\` shows them.`);
  return { ...COMMAND_LINE, organizationId: school.id, placement: school.placement };
}

/** The role that was written, in the words of a list. */
export function readRole(text: string): Role {
  const role = findRole(text);
  if (!role) throw new UserError(`There is no role ${text}: choose among ${ROLES.join(", ")}.`);
  return role;
}

/** The address that was written, normalised. */
export function readEmail(text: string): string {
  const parsed = parseEmail(text);
  if (!parsed.ok) throw new UserError(`${text}: ${say(`errors.email.${parsed.reason}`)}`);
  return parsed.email;
}
