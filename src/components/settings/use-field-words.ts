"use client";

import { useFormatter, useTranslations } from "next-intl";
import { LOCALES } from "@/domain/locale";
import type { SchoolField } from "@/domain/organization";
import { ROLES } from "@/domain/roles";
import { COACH_INVITABLE_ROLES, SETTING_KEYS, type SettingKey, WEEK_STARTS } from "@/domain/setting-list";
import { oneOf } from "@/lib/one-of";

const isSetting = (field: SchoolField): field is SettingKey => SETTING_KEYS.some((key) => key === field);

/** The words for a school's fields and for what stands in them. */
export function useFieldWords() {
  const t = useTranslations("settings");
  const tRole = useTranslations("roles");
  const format = useFormatter();

  function rolesOf(value: unknown): string {
    const given = Array.isArray(value) ? value : [];
    const roles = COACH_INVITABLE_ROLES.filter((role) => given.includes(role));
    if (roles.length === 0) return t("values.noRoles");
    return format.list(
      roles.map((role) => t(`coachRoles.${role}`)),
      { type: "conjunction" },
    );
  }

  return {
    label: (field: SchoolField) =>
      isSetting(field) ? t(`registry.${field}.label`) : t(`fields.${field}.label`),
    hint: (field: SchoolField) =>
      isSetting(field) ? t(`registry.${field}.hint`) : t(`fields.${field}.hint`),
    /** What stands in the field, as people say it; empty for nothing. */
    value(field: SchoolField, value: unknown): string {
      const text = typeof value === "string" ? value : "";
      const [role, locale, day] = [oneOf(ROLES, text), oneOf(LOCALES, text), oneOf(WEEK_STARTS, text)];
      if (typeof value === "boolean") return t(value ? "values.yes" : "values.no");
      if (field === "invitations.days") return t("values.days", { count: Number(value) });
      if (field === "students.importHold") return t("values.percent", { percent: Number(value) });
      if (field === "invitations.coachRoles") return rolesOf(value);
      if (field === "invitations.defaultRole" && role) return tRole(role);
      if (field === "region.locale" && locale) return t(`values.locale.${locale}`);
      if (field === "region.weekStart" && day) return t(`values.weekStart.${day}`);
      return text;
    },
  };
}
