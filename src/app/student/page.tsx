import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClassRow, ClassRows } from "@/components/home/class-rows";
import { WelcomeHome } from "@/components/home/welcome-home";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { api } from "@/trpc/server";
import { requirePermission, requireSession } from "../_shell/require";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("app.places"))("home") };
}

/** A student's first page: their classes and who leads them. */
export default async function Page() {
  await requirePermission("organization:read");
  const [{ account, organization }, caller, t] = await Promise.all([
    requireSession(),
    api(),
    getTranslations("app.home"),
  ]);
  const { attended } = await caller.class.mine();
  const school = organization?.name ?? "";
  if (attended.length === 0) {
    return (
      <WelcomeHome name={account.name} school={school} hint={t("studentHint")}>
        {t("student")}
      </WelcomeHome>
    );
  }
  return (
    <PageBody>
      <PageHeader title={t("greeting", { name: account.name })} description={t("atSchool", { school })} />
      <ClassRows title={t("coachTitle")} count={attended.length}>
        {attended.map(({ id, name, coaches }) => (
          <ClassRow
            key={id}
            name={name}
            meta={coaches.length === 0 ? t("noCoach") : t("ledBy", { coaches: coaches.join(", ") })}
          />
        ))}
      </ClassRows>
    </PageBody>
  );
}
