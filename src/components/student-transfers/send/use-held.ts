"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useBytes } from "@/components/use-bytes";
import type { TransferSection } from "@/domain/student-list";
import type { Prepared } from "../types";

/** Says what the record holds in a section: how much, not what it says. */
export function useHeld({ guardians, authorized, ...sends }: Prepared["sends"]) {
  const t = useTranslations("studentTransfers.held");
  const format = useFormatter();
  const size = useBytes();
  return (section: TransferSection): string => {
    const { documents, hasHealth, vaccines } = sends;
    if (section === "profile") return t("profile");
    if (section === "family") return t("family", { guardians, authorized });
    if (section === "academic") return t("academic", { count: sends.academic });
    if (section === "discipline") return t("discipline", { count: sends.discipline });
    if (section === "health") return t("health", { has: hasHealth ? "yes" : "no", vaccines });
    const names = format.list(documents.names.slice(0, 3), { type: "unit" });
    return t("documents", { count: documents.count, names, size: size(documents.bytes) });
  };
}
