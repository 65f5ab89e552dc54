import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { ChangePasswordForm } from "@/components/account/change-password-form";
import { LookForm } from "@/components/account/look-form";
import { SessionList } from "@/components/account/session-list";
import { DescriptionList } from "@/components/ui/description-list";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { densitySchema, themeSchema } from "@/domain/preferences";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requireSession } from "../_shell/require";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("title") };
}

/** One's own account: who one is here, the password, the devices, and how the screens look. */
export default async function Page() {
  const session = await requireSession();
  prefetch(trpc.session.list.queryOptions());
  const [t, tRole, jar] = await Promise.all([
    getTranslations("account"),
    getTranslations("roles"),
    cookies(),
  ]);
  const { account, user, organization } = session;
  const facts = [
    { term: t("name"), value: account.name },
    { term: t("email"), value: account.email },
    ...(user && organization
      ? [
          { term: t("school"), value: organization.name },
          { term: t("role"), value: tRole(user.role) },
        ]
      : []),
  ];
  return (
    <PageBody>
      <PageHeader title={t("title")} description={t("description")} />
      <Section title={t("you")}>
        <DescriptionList items={facts} />
      </Section>
      <Section title={t("look.title")}>
        <LookForm
          theme={themeSchema.safeParse(jar.get("theme")?.value).data ?? "system"}
          density={densitySchema.safeParse(jar.get("density")?.value).data ?? "comfortable"}
        />
      </Section>
      <Section title={t("password.title")}>
        <ChangePasswordForm email={account.email} />
      </Section>
      <HydrateClient>
        <Suspense
          fallback={
            <Section title={t("sessions.title")}>
              <SkeletonBlock label={t("sessions.loading")} />
            </Section>
          }
        >
          <SessionList />
        </Suspense>
      </HydrateClient>
    </PageBody>
  );
}
