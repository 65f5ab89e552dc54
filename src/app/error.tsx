"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { PageBody } from "@/components/ui/page-body";

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("ui");
  return (
    <PageBody>
      <ErrorState reference={error.digest} actions={<Button onPress={reset}>{t("tryAgain")}</Button>} />
    </PageBody>
  );
}
