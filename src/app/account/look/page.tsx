import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { AccountFrame } from "@/components/account/account-frame";
import { AccountPart } from "@/components/account/account-part";
import { LookForm } from "@/components/account/look-form";
import { densitySchema, themeSchema } from "@/domain/preference-schemas";
import { requireSession } from "../../_shell/require";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("pages.look") };
}

/** Language, theme, density, and the keyboard. */
export default async function Page() {
  await requireSession();
  const [t, jar] = await Promise.all([getTranslations("account"), cookies()]);
  return (
    <AccountFrame>
      <AccountPart title={t("look.title")} description={t("look.description")}>
        <LookForm
          theme={themeSchema.safeParse(jar.get("theme")?.value).data ?? "system"}
          density={densitySchema.safeParse(jar.get("density")?.value).data ?? "comfortable"}
        />
      </AccountPart>
    </AccountFrame>
  );
}
