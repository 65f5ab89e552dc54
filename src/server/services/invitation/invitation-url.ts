import type { AddressedSchool } from "@/lib/school-host";
import { schoolUrl } from "@/server/tenancy/school-url";

/** The address of an invitation, at the school that invites. */
export function invitationUrl(school: AddressedSchool, token: string): string {
  return schoolUrl(school, `/invitation/${token}`);
}
