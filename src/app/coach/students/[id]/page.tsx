import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { CoachStudent } from "@/components/students/coach/coach-student";
import { fullName } from "@/domain/student-list";
import { isUuid } from "@/lib/ids";
import { getQueryClient, HydrateClient, trpc } from "@/trpc/server";
import { schoolZone } from "../../../_home/school-zone";
import { requirePermission } from "../../../_shell/require";

type Props = { params: Promise<{ id: string }> };

/** The student; a missing one, another school's and one of another's classes are the same "not found". */
const findStudent = cache(async (id: string) => {
  await requirePermission("student:list-own-classes");
  if (!isUuid(id)) notFound();
  try {
    return await getQueryClient().fetchQuery(trpc.student.brief.queryOptions({ id }));
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: fullName(await findStudent((await params).id)) };
}

export default async function Page({ params }: Props) {
  const [{ id }, timeZone] = await Promise.all([findStudent((await params).id), schoolZone()]);
  // Sweden writes days as ISO 8601 does.
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone }).format(new Date());
  return (
    <HydrateClient>
      <CoachStudent id={id} today={today} />
    </HydrateClient>
  );
}
