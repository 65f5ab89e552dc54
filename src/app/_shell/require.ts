import "server-only";

import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { can, type Permission } from "@/domain/permissions";
import { requestContext } from "@/trpc/server";

type Context = Awaited<ReturnType<typeof requestContext>>;

/** What an administrator of the platform does at the platform's own address. */
const OF_PLATFORM = /^\/(admin|account)(?![^/?])/;

/**
 * The signed-in session, or the sign-in page with the way back here. At the platform's address only its administrators
 * stay; everybody else goes on to their own school's.
 */
export async function requireSession(): Promise<NonNullable<Context["session"]>> {
  const { session, actor, place } = await requestContext();
  const path = (await headers()).get("x-path") ?? "/";
  if (!session) redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  const stays = actor?.role === "ADMIN" && OF_PLATFORM.test(path);
  if (place.kind === "apex" && actor && !stays) redirect(`/api/hand-off?to=${encodeURIComponent(path)}`);
  return session;
}

/**
 * The actor, if one of the permissions is theirs; else the page is not found for them. Every page asks, beside the
 * procedures that it calls.
 */
export async function requirePermission(
  ...permissions: [Permission, ...Permission[]]
): Promise<NonNullable<Context["actor"]>> {
  await requireSession();
  const { actor } = await requestContext();
  if (!actor || !permissions.some((permission) => can(actor.role, permission))) notFound();
  return actor;
}
