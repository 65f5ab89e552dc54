import "server-only";

import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { can, type Permission } from "@/domain/permissions";
import { requestContext } from "@/trpc/server";

type Context = Awaited<ReturnType<typeof requestContext>>;

/** The signed-in session, or the sign-in page with the way back here. */
export async function requireSession(): Promise<NonNullable<Context["session"]>> {
  const { session } = await requestContext();
  if (session) return session;
  const path = (await headers()).get("x-path") ?? "/";
  redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
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
