"use client";

import { useQuery } from "@tanstack/react-query";
import { LoaderCircle, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Autocomplete, Input, ListBox, SearchField } from "react-aria-components";
import { PickOption } from "@/components/ui/pick-option";
import { type PickItem, useOptions } from "@/components/ui/use-options";
import { AUDIT_OUTSIDERS } from "@/domain/audit-list";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import type { AuditUrl } from "./audit-url";

export interface ActorFilterProps {
  actor: AuditUrl["actor"];
  onChange: (actor: AuditUrl["actor"]) => void;
}

/** Those who may have done something, with a search among everybody. */
export default function ActorOptions({ actor, onChange }: ActorFilterProps) {
  const t = useTranslations("auditLog");
  const tPick = useTranslations("ui.pick");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { data: people } = useQuery(trpc.audit.actors.queryOptions({}));
  const outsiders = AUDIT_OUTSIDERS.map((id) => ({
    id: id as string,
    label: t(`actors.${id}`),
    detail: t(`actorHints.${id}`),
  }));
  const item = ({
    id,
    name,
    email,
    leftAt,
  }: {
    id: string;
    name: string;
    email: string;
    leftAt: Date | null;
  }) => ({
    id,
    label: name,
    detail: leftAt ? t("left", { email }) : email,
  });
  const { text, search, options, state } = useOptions(
    [...outsiders, ...(people ?? []).map(item)],
    async (asked, signal): Promise<PickItem[]> =>
      (await client.audit.actors.query({ search: asked }, { signal })).map(item),
  );
  return (
    <Autocomplete inputValue={text} onInputChange={search}>
      <SearchField
        aria-label={t("searchPeople")}
        autoFocus
        className="relative flex items-center border-b border-line"
      >
        <Search className="pointer-events-none absolute left-2.5 text-icon" />
        <Input
          placeholder={t("searchPeople")}
          className="h-(--control-h) w-full bg-transparent pr-8 pl-8 outline-none [&::-webkit-search-cancel-button]:hidden"
        />
        {state === "loading" ? <LoaderCircle className="absolute right-2.5 animate-spin text-icon" /> : null}
      </SearchField>
      <ListBox<PickItem>
        aria-label={t("columns.who")}
        items={options}
        selectionMode="single"
        selectedKeys={actor === null ? [] : [actor]}
        onSelectionChange={(keys) => {
          const [chosen] = keys === "all" ? [] : [...keys].map(String);
          onChange(chosen === undefined ? null : (chosen as NonNullable<AuditUrl["actor"]>));
        }}
        className="max-h-72 overflow-y-auto p-1 outline-none"
        renderEmptyState={() => (
          <p className="px-2 py-1.5 text-ink-3">
            {tPick(state === "idle" ? "noMatch" : state === "failed" ? "failed" : "searching")}
          </p>
        )}
      >
        {(option) => <PickOption item={option} />}
      </ListBox>
    </Autocomplete>
  );
}
