import { env } from "@/lib/env";

/** The address of an invitation, for its e-mail. */
export function invitationUrl(token: string): string {
  return new URL(`/invitation/${token}`, env().APP_URL).toString();
}
