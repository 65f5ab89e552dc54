import "server-only";

import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { Permission } from "@/domain/permissions";
import { isUuid } from "@/lib/ids";
import { getQueryClient, trpc } from "@/trpc/server";
import { requirePermission } from "../_shell/require";

export interface StudentRoute {
  params: Promise<{ id: string }>;
}

/** The record; a missing one, another school's and one beyond the viewer's reach are the same "not found". */
export const findStudent = cache(async (permission: Permission, id: string) => {
  await requirePermission(permission);
  if (!isUuid(id)) notFound();
  try {
    return await getQueryClient().fetchQuery(trpc.student.get.queryOptions({ id }));
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
});
