import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Outbox } from "./_components/outbox";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("outbox"))("title") };
}

/** The latest mail of a development machine. */
export default function Page() {
  return <Outbox />;
}
