"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ComboBox } from "@/components/ui/combo-box";
import type { PickItem } from "@/components/ui/use-options";
import { useTRPC, useTRPCClient } from "@/trpc/client";

const OFFERED = 10;

export interface SchoolPickProps {
  /** The school that they are in. */
  exceptId: string;
  value: { id: string; name: string } | undefined;
  onChange: (school: { id: string; name: string } | undefined) => void;
}

/** One of the schools that are open, found by a part of its name or address. */
export function SchoolPick({ exceptId, value, onChange }: SchoolPickProps) {
  const t = useTranslations("transfer");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const wanted = (search: string) => ({ search, statuses: ["active" as const], limit: OFFERED + 1 });
  const { data } = useQuery(trpc.platform.listOrganizations.queryOptions(wanted("")));
  const items = (rows: readonly { id: string; name: string; slug: string }[]): PickItem[] =>
    rows
      .filter(({ id }) => id !== exceptId)
      .slice(0, OFFERED)
      .map(({ id, name, slug }) => ({ id, label: name, detail: slug }));
  return (
    <ComboBox
      label={t("to")}
      hint={t("toHint")}
      items={items(data?.rows ?? [])}
      value={value?.id ?? null}
      onChange={(_, item) => onChange(item ? { id: item.id, name: item.label } : undefined)}
      onSearch={async (search, signal) =>
        items((await client.platform.listOrganizations.query(wanted(search), { signal })).rows)
      }
    />
  );
}
