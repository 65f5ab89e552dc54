"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";

/** A message is on its way; `again` goes back to the form, with what was typed. */
export function MailSent({
  title,
  children,
  again,
}: {
  title: string;
  children: ReactNode;
  again: () => void;
}) {
  const t = useTranslations("auth");
  return (
    <div className="grid gap-5">
      <Callout tone="success" role="status" title={title}>
        {children}
      </Callout>
      <p className="text-sm text-ink-2">{t("mailHint")}</p>
      <Button block onPress={again}>
        {t("tryAgain")}
      </Button>
    </div>
  );
}
