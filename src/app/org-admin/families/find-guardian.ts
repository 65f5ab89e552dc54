import "server-only";

import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { isUuid } from "@/lib/ids";
import { getQueryClient, trpc } from "@/trpc/server";
import { requirePermission } from "../../_shell/require";

export interface GuardianRoute {
  params: Promise<{ id: string }>;
}

/** The person; a missing one and another school's are the same "not found" here as in the API. */
export const findGuardian = cache(async (id: string) => {
  await requirePermission("student:list");
  if (!isUuid(id)) notFound();
  try {
    return await getQueryClient().fetchQuery(trpc.guardian.get.queryOptions({ id }));
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
});
