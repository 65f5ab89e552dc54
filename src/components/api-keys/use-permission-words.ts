"use client";

import { useTranslations } from "next-intl";
import { API_KEY_PERMISSIONS } from "@/domain/api-key-list";
import { oneOf } from "@/lib/one-of";

/** What a key may do, in words; a permission of old that has none shows as it is. */
export function usePermissionWords() {
  const t = useTranslations("apiKeys.permissions");
  return (name: string) => {
    const permission = oneOf(API_KEY_PERMISSIONS, name);
    return permission ? t(permission) : name;
  };
}
