"use client";

import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

/** A part of the page could not be had. */
export function TabFailed({ error, retry }: { error: unknown; retry: () => void }) {
  const tUi = useTranslations("ui");
  const errorText = useErrorText();
  return (
    <div className="py-12">
      <ErrorState actions={<Button onPress={retry}>{tUi("tryAgain")}</Button>}>
        {errorText(error).message}
      </ErrorState>
    </div>
  );
}
