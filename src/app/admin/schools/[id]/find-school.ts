import "server-only";

import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { isUuid } from "@/lib/ids";
import { getQueryClient, trpc } from "@/trpc/server";
import { requirePlatform } from "../../require-platform";

/** The school; one that does not exist is "not found" here as in the API. */
export const findSchool = cache(async (organizationId: string) => {
  await requirePlatform("platform:list-organizations");
  if (!isUuid(organizationId)) notFound();
  return orNotFound(getQueryClient().fetchQuery(trpc.platform.school.queryOptions({ organizationId })));
});

/** What was asked for, or the page "not found" where the API says so. */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
