import "server-only";

import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { isUuid } from "@/lib/ids";
import { getQueryClient, trpc } from "@/trpc/server";
import { requirePermission } from "../../../../_shell/require";

export interface TransferRoute {
  params: Promise<{ id: string }>;
}

/** The transfer; a missing one, one of other schools and one that the guardian has not agreed to are "not found". */
export const findTransfer = cache(async (id: string) => {
  await requirePermission("student:transfer");
  if (!isUuid(id)) notFound();
  try {
    return await getQueryClient().fetchQuery(trpc.studentTransfer.get.queryOptions({ id }));
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
});
