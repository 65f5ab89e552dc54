import "server-only";

import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { Permission } from "@/domain/permissions";
import { isUuid } from "@/lib/ids";
import { getQueryClient, trpc } from "@/trpc/server";
import { requirePermission } from "../_shell/require";

export interface ClassRoute {
  params: Promise<{ id: string }>;
}

/** The class; a missing one, another school's and another coach's are the same "not found" here as in the API. */
export const findClass = cache(async (permission: Permission, id: string) => {
  await requirePermission(permission);
  if (!isUuid(id)) notFound();
  try {
    return await getQueryClient().fetchQuery(trpc.class.get.queryOptions({ id }));
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
});
