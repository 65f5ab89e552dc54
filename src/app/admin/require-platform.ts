import "server-only";

import { redirect } from "next/navigation";
import type { Permission } from "@/domain/permissions";
import { requirePermission, requireSession } from "../_shell/require";

/**
 * The actor of a page of the platform; not found for whoever lacks the permission. Who is visiting a school is led to
 * it, since they leave it first.
 */
export async function requirePlatform(permission: Permission) {
  if ((await requireSession()).entered) redirect("/org-admin");
  return requirePermission(permission);
}
