import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { SettingsPage } from "@/components/settings/pages";
import { SettingsScreen } from "@/components/settings/settings-screen";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePermission } from "../../../_shell/require";

export async function settingsMetadata(page: SettingsPage): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: `${t(`pages.${page}`)} · ${t("title")}` };
}

/** A page of the settings, for whoever may change them. */
export async function SettingsRoute({ page, children }: { page: SettingsPage; children: ReactNode }) {
  await requirePermission("organization:update");
  prefetch(trpc.organization.settings.queryOptions());
  return (
    <HydrateClient>
      <SettingsScreen page={page}>{children}</SettingsScreen>
    </HydrateClient>
  );
}
