import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TransferPage } from "@/components/student-transfers/detail/transfer-page";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { findTransfer, type TransferRoute } from "./find-transfer";

export async function generateMetadata({ params }: TransferRoute): Promise<Metadata> {
  const [{ id }, t] = await Promise.all([params, getTranslations("studentTransfers")]);
  return { title: t("detail.title", { student: (await findTransfer(id)).studentName }) };
}

/** One transfer, from the school or to it, and what can be decided on it. */
export default async function Page({ params }: TransferRoute) {
  const { id } = await params;
  const { status, direction } = await findTransfer(id);
  if (status === "awaiting_school" && direction === "incoming") prefetch(trpc.student.options.queryOptions());
  return (
    <HydrateClient>
      <TransferPage id={id} />
    </HydrateClient>
  );
}
