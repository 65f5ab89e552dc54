import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

export { MissingPage as NotFoundPage } from "@/components/shell/missing-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ui"))("notFoundTitle") };
}
