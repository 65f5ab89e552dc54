import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { api } from "@/trpc/server";

/** The school that a slug leads to, looked up once a request; not found where there is none that is open. */
export const publicSchool = cache(async (slug: string) => {
  const caller = await api();
  return caller.organization.public({ slug }).catch((error: unknown) => {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  });
});
