"use client";

import { onlineManager, useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { UpdatePreferencesInput } from "@/domain/preference-schemas";
import { DENSITIES, type Density, THEMES, type Theme } from "@/domain/preferences";
import { oneOf } from "@/lib/one-of";
import { useTRPC } from "@/trpc/client";

const YEAR = 31_536_000;

/** Changes how the screens look: at once on this device, by cookies that the server reads, and with the account. */
export function usePreferences(): (change: UpdatePreferencesInput) => void {
  const router = useRouter();
  const trpc = useTRPC();
  const { mutate } = useMutation(trpc.account.updatePreferences.mutationOptions());
  return (change) => {
    keepOnDevice(change);
    showAtOnce(change);
    mutate(change);
    // Without a connection the page that is here would be lost; it is fetched when there is one again.
    if (onlineManager.isOnline()) router.refresh();
  };
}

/** The same for a visitor without an account. */
export function keepOnDevice(change: UpdatePreferencesInput): void {
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) continue;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we support.
    document.cookie = `${name}=${value}; path=/; max-age=${YEAR}; samesite=lax`;
  }
}

/** The theme of the page that is shown. */
export function rootTheme(): Theme {
  return oneOf(THEMES, document.documentElement.dataset.theme) ?? "system";
}

/** The density of the page that is shown. */
export function rootDensity(): Density {
  return oneOf(DENSITIES, document.documentElement.dataset.density) ?? "comfortable";
}

function showAtOnce({ theme, density }: UpdatePreferencesInput): void {
  const { dataset } = document.documentElement;
  if (density) dataset.density = density;
  if (!theme) return;
  // No button is caught between two themes: transitions are off until the new one is painted.
  dataset.changing = "";
  if (theme === "system") delete dataset.theme;
  else dataset.theme = theme;
  requestAnimationFrame(() => requestAnimationFrame(() => delete dataset.changing));
}
