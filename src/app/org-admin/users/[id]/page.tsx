import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { PersonPage } from "@/components/users/person-page";
import { isUuid } from "@/lib/ids";
import { getQueryClient, HydrateClient, trpc } from "@/trpc/server";
import { requirePermission } from "../../../_shell/require";

type Props = { params: Promise<{ id: string }> };

/** The person; a missing one and another school's are the same "not found" here as in the API. */
const findPerson = cache(async (id: string) => {
  await requirePermission("user:read");
  if (!isUuid(id)) notFound();
  try {
    return await getQueryClient().fetchQuery(trpc.user.get.queryOptions({ id }));
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await findPerson((await params).id);
  return { title: name };
}

export default async function Page({ params }: Props) {
  const { userId, role } = await requirePermission("user:read");
  const { id } = await findPerson((await params).id);
  return (
    <HydrateClient>
      <PersonPage id={id} viewer={{ userId, role }} start={new Date()} />
    </HydrateClient>
  );
}
