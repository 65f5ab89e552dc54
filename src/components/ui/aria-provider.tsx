"use client";

import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { I18nProvider, RouterProvider } from "react-aria-components";

/** The language and the router for components of React Aria, which come on first use; around each that is loaded so. */
export function AriaProvider({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const router = useRouter();
  return (
    <I18nProvider locale={locale}>
      <RouterProvider navigate={(href, options) => router.push(href, options)}>{children}</RouterProvider>
    </I18nProvider>
  );
}
