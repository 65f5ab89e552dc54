"use client";

import { useTranslations } from "next-intl";
import type { PickItem } from "@/components/ui/use-options";

interface Found {
  id: string;
  name: string;
  email: string;
  leftAt: Date | null;
  /** Where the log is of many schools. */
  school?: string;
}

/** How a person who may have done something is offered: with their school where there are many, or their address. */
export function useActorItem(): (found: Found) => PickItem {
  const t = useTranslations("auditLog");
  return ({ id, name, email, leftAt, school }) => {
    const place = school ?? email;
    return { id, label: name, detail: leftAt ? t("left", { email: place }) : place };
  };
}
