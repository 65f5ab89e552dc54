"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChip } from "@/components/ui/filter-chip";
import { KeysetPager } from "@/components/ui/keyset-pager";
import { SearchField } from "@/components/ui/search-field";
import { Toolbar } from "@/components/ui/toolbar";
import { ROLES } from "@/domain/roles";
import { someOf } from "@/lib/one-of";
import { useTRPC } from "@/trpc/client";
import type { SchoolPersonRow } from "../types";
import { NothingLike } from "./nothing-like";
import { pagesAround, peopleInput } from "./school-url";
import type { TabProps } from "./tab-props";
import { usePersonColumns } from "./use-person-columns";

const AddPersonDialog = lazy(() => import("./add-person-dialog"));
const RemovePersonDialog = lazy(() => import("./remove-person-dialog"));

/** Who is in the school; the platform adds, moves and removes people. */
export default function PeopleTab({ school, url, now, onNarrow }: TabProps) {
  const t = useTranslations("schoolPage.people");
  const tRole = useTranslations("roles");
  const tFilters = useTranslations("users");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.platform.people.queryOptions(peopleInput(school.id, url)));
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<SchoolPersonRow>();
  const mayAdd = school.status === "active";
  const columns = usePersonColumns({
    school,
    now,
    onRemove: school.deletedAt === null ? setRemoving : undefined,
  });
  const { rows, from, nextCursor } = data;
  const filtered = url.q.trim() !== "" || url.role.length > 0;
  const add = (
    <Button
      variant="primary"
      icon={<UserPlus />}
      data-shortcut="n"
      className="max-sm:w-full"
      onPress={() => setAdding(true)}
    >
      {t("add")}
    </Button>
  );
  return (
    <div className="flex flex-col gap-4">
      {rows.length === 0 && !filtered ? (
        <div className="py-12">
          <EmptyState drawing="people" title={t("emptyTitle")} actions={mayAdd ? add : null}>
            {t("emptyBody")}
          </EmptyState>
        </div>
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-2">
            <div className="min-w-0 flex-1 max-sm:basis-full">
              <Toolbar
                search={
                  <SearchField
                    label={t("search")}
                    placeholder={t("searchPlaceholder")}
                    value={url.q}
                    onSearch={(q) => onNarrow({ q }, true)}
                  />
                }
                filtersLabel={tFilters("filters")}
                filters={
                  <FilterChip
                    label={t("role")}
                    options={ROLES.map((role) => ({ value: role, label: tRole(role) }))}
                    value={url.role}
                    onChange={(chosen) => onNarrow({ role: someOf(ROLES, chosen) })}
                  />
                }
              />
            </div>
            {mayAdd ? add : null}
          </div>
          {rows.length === 0 ? (
            <NothingLike id={school.id} url={url} />
          ) : (
            <DataTable
              boxed
              caption={t("caption", { name: school.name })}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
              rowLabel={({ name }) => name}
            />
          )}
          {url.after || nextCursor ? (
            <KeysetPager
              from={rows.length === 0 ? undefined : from}
              to={rows.length === 0 ? undefined : from + rows.length - 1}
              {...pagesAround(school.id, url, nextCursor)}
            />
          ) : null}
        </>
      )}
      <Suspense fallback={null}>
        {adding ? <AddPersonDialog school={school} onClose={() => setAdding(false)} /> : null}
        {removing ? (
          <RemovePersonDialog school={school} person={removing} onClose={() => setRemoving(undefined)} />
        ) : null}
      </Suspense>
    </div>
  );
}
