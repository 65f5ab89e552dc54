import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GuardianEditPage } from "@/components/students/family/guardian-edit-page";
import { fullName } from "@/domain/student-list";
import { HydrateClient } from "@/trpc/server";
import { requirePermission } from "../../../../_shell/require";
import { findGuardian, type GuardianRoute } from "../../find-guardian";

export async function generateMetadata({ params }: GuardianRoute): Promise<Metadata> {
  return { title: fullName(await findGuardian((await params).id)) };
}

export default async function Page({ params }: GuardianRoute) {
  await requirePermission("student:manage");
  const guardian = await findGuardian((await params).id);
  if (!guardian.rights.edit) notFound();
  return (
    <HydrateClient>
      <GuardianEditPage id={guardian.id} />
    </HydrateClient>
  );
}
