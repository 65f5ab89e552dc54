"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { I18nProvider, RouterProvider } from "react-aria-components";
import { ToastRegion } from "./toast";

/** Gives all components the language, the router and the place for toasts; wrap the whole document body in it. */
export function UiProvider({ locale, children }: { locale: string; children: ReactNode }) {
  const router = useRouter();
  return (
    <I18nProvider locale={locale}>
      <RouterProvider navigate={(href, options) => router.push(href, options)}>
        {/* Stands for the style element of this id that React Aria would add; its rule is in globals.css. */}
        <meta id="react-aria-pressable-style" name="format-detection" content="telephone=no" />
        {children}
        <ToastRegion />
      </RouterProvider>
    </I18nProvider>
  );
}
