import "server-only";

import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";

/** What the API answers; its "not found", and nothing having been asked, are the page's own. */
export async function orNotFound<T>(asked: Promise<T> | undefined): Promise<T> {
  if (!asked) notFound();
  try {
    return await asked;
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
