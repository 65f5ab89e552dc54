import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SendTransferPage } from "@/components/student-transfers/send/send-transfer-page";
import { fullName } from "@/domain/student-list";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePermission } from "../../../../_shell/require";
import { findStudent, type StudentRoute } from "../../../../_students/find-student";

export async function generateMetadata({ params }: StudentRoute): Promise<Metadata> {
  const [{ id }, t] = await Promise.all([params, getTranslations("studentTransfers.send")]);
  return { title: t("title", { student: fullName(await findStudent("student:transfer", id)) }) };
}

/** Asks for the transfer of one student to another school of the platform. */
export default async function Page({ params }: StudentRoute) {
  await requirePermission("student:transfer");
  const { id } = await params;
  const { mergedIntoId } = await findStudent("student:transfer", id);
  if (mergedIntoId !== null) notFound();
  prefetch(trpc.studentTransfer.prepare.queryOptions({ studentId: id }));
  return (
    <HydrateClient>
      <SendTransferPage studentId={id} />
    </HydrateClient>
  );
}
