import "./globals.css";

import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { CSSProperties, ReactNode } from "react";
import { UiProvider } from "@/components/ui/ui-provider";
import { densitySchema, themeSchema } from "@/domain/preference-schemas";
import { ApiProvider } from "@/trpc/client";
import { requestContext } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const [t, { school }] = await Promise.all([getTranslations("app"), requestContext()]);
  // The tab of a browser is a narrow place.
  const name = school?.settings["branding.shortName"] || t("name");
  return {
    title: { default: name, template: `%s · ${name}` },
    description: t("description"),
    robots: { index: false },
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

/** Theme, density and the school's colour stand in the first byte of the page: nothing changes after the first paint. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [jar, locale, { mail: _mail, api: _api, ...messages }, { session, school }] = await Promise.all([
    cookies(),
    getLocale(),
    getMessages(),
    requestContext(),
  ]);
  // The account's own where this device has not been told, as after a sign-in by another way than the form.
  const chosen = (name: "theme" | "density") => jar.get(name)?.value ?? session?.account[name];
  const theme = themeSchema.safeParse(chosen("theme")).data ?? "system";
  const density = densitySchema.safeParse(chosen("density")).data ?? "comfortable";
  const settings = school?.settings;
  const brand = settings && ({ "--brand": settings["branding.primaryColor"] } as CSSProperties);
  return (
    <html
      lang={locale}
      data-theme={theme === "system" ? undefined : theme}
      data-density={density}
      data-school={school?.id}
      data-week-start={settings?.["region.weekStart"].slice(0, 3)}
      style={brand}
    >
      <body>
        <NextIntlClientProvider messages={messages} timeZone={settings?.["region.timeZone"]}>
          <NuqsAdapter>
            <UiProvider>
              <ApiProvider>{children}</ApiProvider>
            </UiProvider>
          </NuqsAdapter>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
