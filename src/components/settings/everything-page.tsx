"use client";

import { useMutation } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { cx } from "@/components/ui/cx";
import { DataTable } from "@/components/ui/data-table";
import type { Column } from "@/components/ui/table-types";
import { toast } from "@/components/ui/toast";
import { DEFAULT_SETTINGS, SETTING_KEYS, SETTINGS, type SettingKey } from "@/domain/setting-list";
import { isSameValue } from "@/domain/stale";
import { useTRPC } from "@/trpc/client";
import { hrefOf, type SettingsPage } from "./pages";
import { SettingsFrame } from "./settings-frame";
import { useFieldWords } from "./use-field-words";
import { useSettings } from "./use-settings";

const PAGE_OF: Record<string, SettingsPage> = {
  branding: "branding",
  contact: "contact",
  region: "region",
  official: "official",
  students: "official",
  invitations: "invitations",
  registration: "general",
};

/** Short names are written beside the name of the school. */
function pageOf(key: SettingKey): SettingsPage {
  return key === "branding.shortName" ? "general" : (PAGE_OF[key.split(".")[0] ?? ""] ?? "general");
}

/** The registry of settings as it is: type, value, default, and who may read it. */
export function EverythingPage() {
  const t = useTranslations("settings.everything");
  const tSettings = useTranslations("settings");
  const words = useFieldWords();
  const errorText = useErrorText();
  const format = useFormatter();
  const trpc = useTRPC();
  const { school, refresh } = useSettings();
  const save = useMutation(trpc.organization.update.mutationOptions());
  const [failure, setFailure] = useState<string>();

  async function write(input: Parameters<typeof save.mutateAsync>[0], told: string, undo?: () => void) {
    setFailure(undefined);
    try {
      await save.mutateAsync(input);
      toast(told, undo && { label: tSettings("undo"), onAction: undo });
    } catch (error) {
      setFailure(errorText(error).message);
    }
    await refresh();
  }

  function reset(key: SettingKey) {
    const before = { settings: { [key]: school.fields[key] } };
    const undo = () => void write(before, tSettings("undone"));
    void write({ reset: [key] }, t("resetDone", { name: words.label(key) }), undo);
  }

  const isDefault = (key: SettingKey) => isSameValue(school.fields[key], DEFAULT_SETTINGS[key]);
  const shown = (key: SettingKey, value: unknown) =>
    words.value(key, value) || <span className="text-ink-3">{tSettings("values.empty")}</span>;

  const value = (key: SettingKey) => (
    <span className={cx("[overflow-wrap:anywhere]", !isDefault(key) && "font-medium text-ink")}>
      {shown(key, school.fields[key])}
    </span>
  );

  const columns: Column<SettingKey>[] = [
    {
      id: "setting",
      header: t("setting"),
      cell: (key) => (
        <>
          <span className="block font-medium max-sm:truncate">{words.label(key)}</span>
          <span className="block font-mono text-xs text-ink-3 max-sm:truncate">{key}</span>
          <span className="mt-1 block sm:hidden">{value(key)}</span>
        </>
      ),
    },
    {
      id: "type",
      header: t("type"),
      from: "lg",
      nowrap: true,
      cell: (key) => t(`types.${SETTINGS[key].type}`),
    },
    {
      id: "value",
      header: t("value"),
      from: "sm",
      cell: value,
    },
    {
      id: "default",
      header: t("default"),
      from: "md",
      cell: (key) => <span className="text-ink-3">{shown(key, DEFAULT_SETTINGS[key])}</span>,
    },
    {
      id: "readable",
      header: t("readable"),
      from: "lg",
      nowrap: true,
      cell: (key) => t(SETTINGS[key].isPublic ? "public" : "members"),
    },
    {
      id: "changed",
      header: t("changed"),
      from: "lg",
      cell: (key) => {
        const last = school.changes[key];
        if (!last) return <span className="text-ink-3">{t("never")}</span>;
        const when = format.dateTime(last.at, { dateStyle: "medium" });
        return (
          <span className="text-xs">
            <span className="block whitespace-nowrap">{when}</span>
            {last.by}
          </span>
        );
      },
    },
    {
      id: "actions",
      header: <span className="sr-only">{t("actions")}</span>,
      align: "end",
      nowrap: true,
      from: "sm",
      cell: (key) => (
        <span className="inline-flex gap-1">
          {isDefault(key) ? null : (
            <Button
              size="sm"
              variant="quiet"
              aria-label={t("resetLabel", { name: words.label(key) })}
              disabled={save.isPending}
              onPress={() => reset(key)}
            >
              {t("reset")}
            </Button>
          )}
          <ButtonLink
            size="sm"
            href={hrefOf(pageOf(key))}
            aria-label={t("changeLabel", { name: words.label(key) })}
          >
            {t("change")}
          </ButtonLink>
        </span>
      ),
    },
  ];

  return (
    <SettingsFrame page="everything">
      {failure ? (
        <Callout tone="danger" role="alert">
          {failure}
        </Callout>
      ) : null}
      <DataTable
        boxed
        caption={t("caption")}
        columns={columns}
        rows={SETTING_KEYS}
        rowKey={(key) => key}
        rowLabel={words.label}
      />
    </SettingsFrame>
  );
}
