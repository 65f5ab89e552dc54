import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { PageBody } from "@/components/ui/page-body";
import { api } from "@/trpc/server";
import { ClassRow, ClassRows } from "../_home/class-rows";
import { Greeting } from "../_home/greeting";
import { HomeColumns } from "../_home/home-columns";
import { OwnInvitations } from "../_home/own-invitations";
import { SchoolContact } from "../_home/school-contact";
import { requirePermission, requireSession } from "../_shell/require";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("app.places"))("home") };
}

/** A student's first page: their classes and who leads them, those that they wait for, and the school. */
export default async function Page() {
  await requirePermission("organization:read");
  const [{ organization }, caller, t] = await Promise.all([
    requireSession(),
    api(),
    getTranslations("app.home"),
  ]);
  const { attended, awaited } = await caller.class.mine();
  const row = ({ id, name, coaches }: (typeof attended)[number]) => (
    <ClassRow
      key={id}
      name={name}
      meta={coaches.length === 0 ? t("noCoach") : t("ledBy", { coaches: coaches.join(", ") })}
    />
  );
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
        {attended.length > 0 ? (
          <ClassRows title={t("coachTitle")} count={attended.length}>
            {attended.map(row)}
          </ClassRows>
        ) : (
          <div className="py-8">
            <EmptyState drawing="classroom" title={t("coachTitle")}>
              {t("student")} {t("studentHint")}
            </EmptyState>
          </div>
        )}
        {awaited.length > 0 ? (
          <ClassRows title={t("waitingFor")} count={awaited.length}>
            {awaited.map(row)}
          </ClassRows>
        ) : null}
      </HomeColumns>
    </PageBody>
  );
}
