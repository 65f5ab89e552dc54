"use client";

import type { inferOutput } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { StatusDot } from "@/components/ui/status-dot";
import type { Column } from "@/components/ui/table-types";
import { useDay } from "@/components/use-day";
import type { useTRPC } from "@/trpc/client";
import { usePermissionWords } from "./use-permission-words";

type Key = inferOutput<ReturnType<typeof useTRPC>["apiKey"]["list"]>[number];

/** The keys of a school, each with what it may do and the way to end it. */
export function ApiKeysTable({ keys, onRevoke }: { keys: readonly Key[]; onRevoke: (key: Key) => void }) {
  const t = useTranslations("apiKeys");
  const words = usePermissionWords();
  const { day, moment } = useDay();

  const columns: Column<Key>[] = [
    {
      id: "name",
      header: t("name"),
      cell: ({ name, prefix, maker, state }) => (
        <>
          <span className="block font-medium [overflow-wrap:anywhere]">{name}</span>
          <span className="block font-mono text-xs text-ink-3">{`${prefix}…`}</span>
          {state === "asleep" ? (
            <span className="mt-1 block text-xs text-ink-2">{t("asleepHint", { name: maker.name })}</span>
          ) : null}
        </>
      ),
    },
    {
      id: "may",
      header: t("may"),
      from: "md",
      cell: ({ permissions }) => (
        <ul className="text-xs text-ink-2">
          {permissions.map((permission) => (
            <li key={permission}>{words(permission)}</li>
          ))}
        </ul>
      ),
    },
    { id: "maker", header: t("maker"), from: "lg", cell: ({ maker }) => maker.name },
    {
      id: "lastUsed",
      header: t("lastUsed"),
      from: "sm",
      nowrap: true,
      cell: ({ lastUsedAt }) =>
        lastUsedAt ? moment(lastUsedAt) : <span className="text-ink-3">{t("never")}</span>,
    },
    { id: "ends", header: t("ends"), from: "lg", nowrap: true, cell: ({ expiresAt }) => day(expiresAt) },
    { id: "state", header: t("state"), nowrap: true, cell: ({ state }) => <KeyState state={state} /> },
    {
      id: "revoke",
      header: <span className="sr-only">{t("revoke")}</span>,
      align: "end",
      nowrap: true,
      cell: (key) =>
        key.state === "working" || key.state === "asleep" ? (
          <Button
            size="sm"
            variant="danger-quiet"
            aria-label={t("revokeNamed", { name: key.name })}
            onPress={() => onRevoke(key)}
          >
            {t("revoke")}
          </Button>
        ) : null,
    },
  ];
  return (
    <DataTable
      boxed
      caption={t("table")}
      columns={columns}
      rows={keys}
      rowKey={({ id }) => id}
      rowLabel={({ name }) => name}
    />
  );
}

function KeyState({ state }: Pick<Key, "state">) {
  const t = useTranslations("apiKeys.states");
  if (state === "asleep") return <Badge tone="warning">{t(state)}</Badge>;
  return <StatusDot tone={state === "working" ? "on" : "off"}>{t(state)}</StatusDot>;
}
