"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, Suspense } from "react";
import { useErrorText } from "@/components/error-text";
import { QueryBoundary } from "@/components/query-boundary";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { PageBody } from "@/components/ui/page-body";

/** A page that waits for its data with `loading`, and says what failed where that did not come. */
export function PageBoundary({ loading, children }: { loading: ReactNode; children: ReactNode }) {
  const t = useTranslations("ui");
  const errorText = useErrorText();
  const view = useSearchParams().toString();
  return (
    <QueryBoundary
      resetKey={view}
      failed={(error, retry) => (
        <PageBody>
          <div className="py-12">
            <ErrorState actions={<Button onPress={retry}>{t("tryAgain")}</Button>}>
              {errorText(error).message}
            </ErrorState>
          </div>
        </PageBody>
      )}
    >
      <Suspense fallback={loading}>{children}</Suspense>
    </QueryBoundary>
  );
}
