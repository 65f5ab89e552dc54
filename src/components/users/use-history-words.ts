"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { type Role, roleSchema } from "@/domain/roles";
import type { PersonDetail } from "./types";

type HistoryEvent = Pick<PersonDetail["history"][number], "action" | "before" | "after">;

const roleOf = z.object({ role: roleSchema });

/** An event of a person's history in words. */
export function useHistoryWords(): (event: HistoryEvent) => string {
  const t = useTranslations("audit");
  const tRole = useTranslations("roles");
  return ({ action, before, after }) => {
    type Key = Parameters<typeof t>[0];
    const say = (role: Role | undefined) => (role ? tRole(role) : "—");
    const values = {
      from: say(roleOf.safeParse(before).data?.role),
      to: say(roleOf.safeParse(after).data?.role),
    };
    return t.has(action as Key) ? t(action as Key, values) : t("other");
  };
}
