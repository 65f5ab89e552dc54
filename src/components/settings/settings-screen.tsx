"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, Suspense } from "react";
import { useErrorText } from "@/components/error-text";
import { QueryBoundary } from "@/components/query-boundary";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonBlock } from "@/components/ui/skeleton";
import type { SettingsPage } from "./pages";
import { SettingsFrame } from "./settings-frame";

/** A page of the settings that waits for its data, and says what failed where that did not come. */
export function SettingsScreen({ page, children }: { page: SettingsPage; children: ReactNode }) {
  const t = useTranslations("settings");
  const tUi = useTranslations("ui");
  const errorText = useErrorText();
  return (
    <QueryBoundary
      resetKey={page}
      failed={(error, retry) => (
        <SettingsFrame page={page}>
          <ErrorState actions={<Button onPress={retry}>{tUi("tryAgain")}</Button>}>
            {errorText(error).message}
          </ErrorState>
        </SettingsFrame>
      )}
    >
      <Suspense
        fallback={
          <SettingsFrame page={page}>
            <SkeletonBlock label={t("loading")} lines={5} />
          </SettingsFrame>
        }
      >
        {children}
      </Suspense>
    </QueryBoundary>
  );
}
