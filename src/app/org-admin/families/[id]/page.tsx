import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { familyHref } from "@/components/students/family/family-url";
import { GuardianPage } from "@/components/students/family/guardian-page";
import { fullName } from "@/domain/student-list";
import { HydrateClient } from "@/trpc/server";
import { findGuardian, type GuardianRoute } from "../find-guardian";

export async function generateMetadata({ params }: GuardianRoute): Promise<Metadata> {
  return { title: fullName(await findGuardian((await params).id)) };
}

export default async function Page({ params }: GuardianRoute) {
  const { id, mergedIntoId } = await findGuardian((await params).id);
  if (mergedIntoId !== null) redirect(familyHref(mergedIntoId));
  return (
    <HydrateClient>
      <GuardianPage id={id} start={new Date()} />
    </HydrateClient>
  );
}
