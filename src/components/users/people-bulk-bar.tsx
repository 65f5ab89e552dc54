"use client";

import { useQuery } from "@tanstack/react-query";
import { Ban, CircleCheck, Ellipsis, UserMinus, UserRoundCog } from "lucide-react";
import { useTranslations } from "next-intl";
import { BulkBar } from "@/components/ui/bulk-bar";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { useSelectAll } from "@/components/use-select-all";
import { MAX_BULK, MAX_PAGE_SIZE } from "@/domain/user-list";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import type { PeopleSelection } from "./types";
import type { PeopleActions } from "./use-people-actions";
import { filterOf, orderedFilterOf, type UsersUrl } from "./users-url";

export interface PeopleBulkBarProps {
  url: UsersUrl;
  selection: PeopleSelection;
  actions: PeopleActions;
}

/** What can be done to everybody selected, and the step from this page to all that match. */
export function PeopleBulkBar({ url, selection, actions }: PeopleBulkBarProps) {
  const t = useTranslations("users");
  const tUi = useTranslations("ui");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const all = useSelectAll(
    (cursor) => client.user.list.query({ ...orderedFilterOf(url), limit: MAX_PAGE_SIZE, cursor }),
    selection.choose,
    t("bulk.selectFailed"),
  );
  const { items: people } = selection;
  const count = people.length;
  const { data: counts } = useQuery({ ...trpc.user.counts.queryOptions(filterOf(url)), enabled: count > 0 });
  const total = counts && Math.max(counts.matching, count);
  const full = count >= MAX_BULK;
  const someActive = people.some(({ status }) => status === "active");
  const someSuspended = people.some(({ status }) => status === "suspended");
  const suspend = () => void actions.run({ kind: "suspend" }, people);
  const reactivate = () => void actions.run({ kind: "reactivate" }, people);
  return (
    <BulkBar
      count={count}
      total={total}
      onClear={selection.clear}
      onSelectAll={full || all.pending ? undefined : all.select}
    >
      {all.pending ? <span role="status">{t("bulk.selecting")}</span> : null}
      {full && total && total > count ? (
        <span role="status" className="px-2 text-on-invert-2">
          {t("bulk.capped", { max: MAX_BULK })}
        </span>
      ) : null}
      <Button
        variant="inverse"
        size="sm"
        icon={<UserRoundCog />}
        onPress={() => actions.askRole(people)}
        className="max-sm:hidden"
      >
        {t("actions.role")}
      </Button>
      {someActive ? (
        <Button variant="inverse" size="sm" icon={<Ban />} onPress={suspend} className="max-sm:hidden">
          {t("actions.suspend")}
        </Button>
      ) : null}
      {someSuspended ? (
        <Button
          variant="inverse"
          size="sm"
          icon={<CircleCheck />}
          onPress={reactivate}
          className="max-sm:hidden"
        >
          {t("actions.reactivate")}
        </Button>
      ) : null}
      <Button
        variant="inverse"
        size="sm"
        icon={<UserMinus />}
        onPress={() => actions.askRemoval(people)}
        className="max-sm:hidden"
      >
        {t("actions.remove")}
      </Button>
      <span className="max-sm:ml-auto sm:hidden">
        <Menu
          label={tUi("more")}
          placement="top end"
          trigger={
            <IconButton variant="inverse" label={tUi("more")} icon={<Ellipsis />} tooltipPlacement="top" />
          }
        >
          <MenuItem icon={<UserRoundCog />} onAction={() => actions.askRole(people)}>
            {t("actions.role")}
          </MenuItem>
          {someActive ? (
            <MenuItem icon={<Ban />} onAction={suspend}>
              {t("actions.suspend")}
            </MenuItem>
          ) : null}
          {someSuspended ? (
            <MenuItem icon={<CircleCheck />} onAction={reactivate}>
              {t("actions.reactivate")}
            </MenuItem>
          ) : null}
          <MenuItem danger icon={<UserMinus />} onAction={() => actions.askRemoval(people)}>
            {t("actions.remove")}
          </MenuItem>
        </Menu>
      </span>
    </BulkBar>
  );
}
