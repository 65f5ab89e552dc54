"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { UpdatePreferencesInput } from "@/domain/preferences";
import { useTRPC } from "@/trpc/client";

const YEAR = 31_536_000;

/** Changes how the screens look: at once on this device, by cookies that the server reads, and with the account. */
export function usePreferences(): (change: UpdatePreferencesInput) => void {
  const router = useRouter();
  const trpc = useTRPC();
  const { mutate } = useMutation(trpc.account.updatePreferences.mutationOptions());
  return (change) => {
    keepOnDevice(change);
    mutate(change);
    router.refresh();
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
