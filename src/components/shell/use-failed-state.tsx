"use client";

import { House, RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import type { StateBoxProps } from "@/components/ui/state-page";

export interface Failure {
  error: Error & { digest?: string };
  reset: () => void;
}

/** What to say of a page that failed, and the ways on: again, or to the start. */
export function useFailedState({ error, reset }: Failure): StateBoxProps {
  const t = useTranslations("app");
  const tUi = useTranslations("ui");
  const router = useRouter();

  function again() {
    // Code that is no longer there, as after an update, comes with a whole new page alone.
    if (/chunk|dynamically imported module/i.test(`${error.name} ${error.message}`)) {
      window.location.reload();
      return;
    }
    startTransition(() => {
      router.refresh();
      reset();
    });
  }

  return {
    drawing: "trouble",
    title: t("failed.title"),
    children: (
      <div role="alert" className="grid gap-3">
        <p>{t("failed.body")}</p>
        {error.digest ? (
          <p className="text-xs text-ink-3">{tUi("reference", { reference: error.digest })}</p>
        ) : null}
      </div>
    ),
    actions: (
      <>
        <Button variant="primary" icon={<RotateCw />} onPress={again}>
          {tUi("tryAgain")}
        </Button>
        <ButtonLink href="/" icon={<House />}>
          {t("toStart")}
        </ButtonLink>
      </>
    ),
  };
}
