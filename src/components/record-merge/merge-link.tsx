"use client";

import { Merge } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { type MergeUrl, mergeHref } from "./merge-url";

/** From the list, or from a record that would stay, to the page where two records become one. */
export function MergeLink({ to }: { to?: Pick<MergeUrl, "kind" | "keep"> }) {
  const t = useTranslations("recordMerge");
  return (
    <ButtonLink icon={<Merge />} href={mergeHref(to)} className="max-sm:flex-1">
      {to ? t("mergeWith") : t("find")}
    </ButtonLink>
  );
}
