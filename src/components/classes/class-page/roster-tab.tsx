"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useDeferredValue } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { cx } from "@/components/ui/cx";
import { DataTable } from "@/components/ui/data-table";
import { KeysetPager } from "@/components/ui/keyset-pager";
import { NoResults } from "@/components/ui/no-results";
import { SearchField } from "@/components/ui/search-field";
import { Toolbar } from "@/components/ui/toolbar";
import { useSelectAll } from "@/components/use-select-all";
import { tableSelection, useSelection } from "@/components/use-selection";
import { MAX_PAGE_SIZE } from "@/domain/user-list";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import { type ClassUrl, classHref, rosterInput } from "../class-url";
import type { RosterPage, RosterRow } from "../types";
import { ClassEmpty } from "./class-empty";
import { RosterBulkBar } from "./roster-bulk-bar";
import { useRosterColumns } from "./roster-columns";
import type { TabProps } from "./tab-props";

// Cursors are long: of a longer walk only the end is kept, and before that there is the first page.
const KEPT_PAGES = 12;

export interface RosterTabProps extends TabProps {
  url: ClassUrl;
  onSearch: (text: string) => void;
}

/** Who studies in the class: find somebody, move or withdraw one or many. */
export function RosterTab(props: RosterTabProps) {
  const { detail, url, onSearch } = props;
  const t = useTranslations("classes.roster");
  if (detail.studentCount === 0) return <ClassEmpty {...props} />;
  return (
    <div className="flex flex-col gap-4">
      <Toolbar
        search={
          <SearchField
            label={t("search")}
            placeholder={t("searchPlaceholder")}
            value={url.q}
            onSearch={onSearch}
          />
        }
      />
      <RosterTable {...props} />
    </div>
  );
}

function RosterTable({ detail, area, url, ask, round }: RosterTabProps) {
  const t = useTranslations("classes.roster");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { id, rights } = detail;
  // The rows of before stay until the next ones have come.
  const shown = useDeferredValue(url);
  const { data: page } = useSuspenseQuery(trpc.class.roster.queryOptions(rosterInput(id, shown)));
  const columns = useRosterColumns(area);
  const selection = useSelection<RosterRow>(`${url.q}/${round}`);
  const all = useSelectAll(
    (cursor): Promise<RosterPage> =>
      client.class.roster.query({
        ...rosterInput(id, { q: url.q, pages: [] }),
        limit: MAX_PAGE_SIZE,
        cursor,
      }),
    selection.choose,
    t("selectFailed"),
  );
  const { rows, from, nextCursor, matching } = page;
  const at = (pages: string[]) => classHref(area, id, { ...url, pages });
  return (
    <>
      <div aria-busy={shown !== url || undefined} className={cx(shown !== url && "opacity-60")}>
        <DataTable
          boxed
          caption={t("caption", { name: detail.name })}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowLabel={(row) => row.name}
          selection={rights.roster ? tableSelection(selection, rows) : undefined}
          empty={
            <NoResults
              title={t("none", { search: shown.q.trim() })}
              actions={<ButtonLink href={classHref(area, id)}>{t("clear")}</ButtonLink>}
            />
          }
        />
      </div>
      {rows.length > 0 ? (
        <KeysetPager
          from={from}
          to={from + rows.length - 1}
          total={Math.max(matching, from + rows.length - 1)}
          previousHref={url.pages.length > 0 ? at(url.pages.slice(0, -1)) : undefined}
          nextHref={nextCursor ? at([...url.pages, nextCursor].slice(-KEPT_PAGES)) : undefined}
        />
      ) : null}
      {rights.roster ? <RosterBulkBar selection={selection} total={matching} all={all} ask={ask} /> : null}
    </>
  );
}
