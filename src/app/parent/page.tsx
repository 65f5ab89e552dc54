import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { Drawing } from "@/components/ui/drawing";
import { PageBody } from "@/components/ui/page-body";
import { Section } from "@/components/ui/section";
import { Greeting } from "../_home/greeting";
import { HomeColumns } from "../_home/home-columns";
import { OwnInvitations } from "../_home/own-invitations";
import { SchoolContact } from "../_home/school-contact";
import { requirePermission, requireSession } from "../_shell/require";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("app.places"))("home") };
}

/** A family's first page: the school, how to reach it, and how children come to be shown here. */
export default async function Page() {
  await requirePermission("organization:read");
  const [{ organization }, t] = await Promise.all([requireSession(), getTranslations("app.home")]);
  return (
    <PageBody>
      <Greeting detail={organization?.name} />
      <HomeColumns
        aside={
          organization ? <SchoolContact name={organization.name} settings={organization.settings} /> : null
        }
      >
        <Suspense>
          <OwnInvitations />
        </Suspense>
        <Section title={t("children")}>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3 border-y border-line py-4">
            <Drawing name="classroom" />
            <p className="max-w-[34rem] flex-[1_1_18rem] text-pretty text-ink-2">{t("childrenBody")}</p>
          </div>
        </Section>
      </HomeColumns>
    </PageBody>
  );
}
