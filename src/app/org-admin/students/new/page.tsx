import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewStudentPage } from "@/components/students/forms/new-student-page";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePermission } from "../../../_shell/require";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("students.new"))("title") };
}

export default async function Page() {
  await requirePermission("student:manage");
  prefetch(trpc.student.options.queryOptions());
  return (
    <HydrateClient>
      <NewStudentPage />
    </HydrateClient>
  );
}
