import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { PageBody } from "@/components/ui/page-body";
import { Greeting } from "../_home/greeting";
import { HomeColumns } from "../_home/home-columns";
import { OwnInvitations } from "../_home/own-invitations";
import { SchoolContact } from "../_home/school-contact";
import { requirePermission, requireSession } from "../_shell/require";
import { Children } from "./_components/children";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("app.places"))("home") };
}

/** A family's first page: the children, the school, and how to reach it. */
export default async function Page() {
  await requirePermission("organization:read");
  const { organization } = await requireSession();
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
        <Children />
      </HomeColumns>
    </PageBody>
  );
}
