import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewClassPage } from "@/components/classes/forms/new-class-page";
import { requirePermission } from "../../../_shell/require";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("classes.new"))("title") };
}

export default async function Page() {
  await requirePermission("class:manage");
  return <NewClassPage />;
}
