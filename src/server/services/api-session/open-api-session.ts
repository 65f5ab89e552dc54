import type { z } from "zod";
import type { signInInput } from "@/domain/account";
import { DomainError } from "@/server/errors";
import { signIn, signOut } from "../account";
import { type Asking, findActor } from "./find-place";
import { firstGrant, type Grant } from "./grant";

/**
 * Signs a program in with a person's e-mail and password, with the sign-in form's limits and answers; the session is
 * bound to the address that it came to. Throws FORBIDDEN for who has no open school there.
 */
export async function openApiSession(given: z.input<typeof signInInput>, asking: Asking): Promise<Grant> {
  const claims = await signIn({ ...given, keepSignedIn: true }, asking, "api", asking.organizationId);
  const actor = await findActor(claims, asking);
  if (actor) return firstGrant({ ...claims, organizationId: actor.organizationId });
  await signOut(claims, asking);
  throw new DomainError("forbidden", "api.noSchool");
}
