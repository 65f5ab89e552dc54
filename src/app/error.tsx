"use client";

import { useTranslations } from "next-intl";
import { type Failure, useFailedState } from "@/components/shell/use-failed-state";
import { StatePage } from "@/components/ui/state-page";

/** A page outside the shell that failed. */
export default function ErrorPage(failure: Failure) {
  const t = useTranslations("app");
  return <StatePage product={t("name")} {...useFailedState(failure)} />;
}
