"use client";

import { useSuspenseQueries, useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { Suspense, useDeferredValue } from "react";
import { QueryBoundary } from "@/components/query-boundary";
import { TabFailed } from "@/components/tab-failed";
import { ButtonLink } from "@/components/ui/button-link";
import { cx } from "@/components/ui/cx";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { KeysetPager } from "@/components/ui/keyset-pager";
import { NoResults } from "@/components/ui/no-results";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { Person } from "@/components/ui/person";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { Toolbar } from "@/components/ui/toolbar";
import { fullName, listName } from "@/domain/student-list";
import { pageAfter, pageBefore } from "@/lib/cursor-trail";
import { useTRPC } from "@/trpc/client";
import { PhoneLink } from "../contact-links";
import { studentHref } from "../student-url";
import { usePlaceWords } from "../student-words";
import {
  type CoachStudentsUrl,
  coachStudentsHref,
  coachStudentsParsers,
  filterOf,
  pageOf,
} from "./coach-students-url";

/** The students of a coach's own classes: find one, see whom to call. */
export function CoachStudents() {
  const t = useTranslations("students.coach");
  const [url, setUrl] = useQueryStates(coachStudentsParsers, { scroll: false });
  const shown = useDeferredValue(url);
  const change = (to: Partial<CoachStudentsUrl>) =>
    void setUrl({ ...to, after: null, trail: null }, { history: "replace" });
  return (
    <PageBody>
      <PageHeader title={t("title")} description={t("description")} />
      <Toolbar
        search={
          <SearchField
            label={t("search")}
            placeholder={t("searchPlaceholder")}
            value={url.q}
            onSearch={(q) => change({ q })}
          />
        }
        filtersLabel={t("class")}
        filters={
          <Suspense>
            <ClassFilter value={url.class} onChange={(id) => change({ class: id })} />
          </Suspense>
        }
      />
      <QueryBoundary
        resetKey={coachStudentsHref(url)}
        failed={(error, retry) => <TabFailed error={error} retry={retry} />}
      >
        <Suspense fallback={<SkeletonBlock label={t("title")} lines={8} />}>
          <List url={shown} busy={shown !== url} />
        </Suspense>
      </QueryBoundary>
    </PageBody>
  );
}

function ClassFilter({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const t = useTranslations("students.coach");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.class.options.queryOptions());
  const active = data.filter(({ state }) => state === "active");
  if (active.length < 2 && value === null) return null;
  return (
    <Select
      hideLabel
      label={t("class")}
      placeholder={t("allClasses")}
      value={value ?? ""}
      onChange={(event) => onChange(event.target.value || null)}
      options={active.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

function List({ url, busy }: { url: CoachStudentsUrl; busy: boolean }) {
  const t = useTranslations("students.coach");
  const trpc = useTRPC();
  const router = useRouter();
  const place = usePlaceWords();
  const [{ data: page }, { data: counts }] = useSuspenseQueries({
    queries: [trpc.student.list.queryOptions(pageOf(url)), trpc.student.counts.queryOptions(filterOf(url))],
  });
  const { rows, from, nextCursor } = page;
  if (counts.total === 0)
    return (
      <div className="py-12">
        <EmptyState drawing="classroom" title={t("emptyTitle")}>
          {t("emptyBody")}
        </EmptyState>
      </div>
    );
  if (rows.length === 0)
    return (
      <div className="py-12">
        <NoResults
          title={url.q.trim() ? t("none", { search: url.q.trim() }) : t("noneTitle")}
          actions={<ButtonLink href={coachStudentsHref()}>{t("clear")}</ButtonLink>}
        />
      </div>
    );
  const to = from + rows.length - 1;
  return (
    <div
      aria-busy={busy || undefined}
      className={cx("flex flex-col gap-(--stack)", busy && "opacity-60 transition-opacity delay-150")}
    >
      <DataTable
        caption={t("caption")}
        rows={rows}
        rowKey={(row) => row.id}
        rowLabel={fullName}
        onOpen={(row) => router.push(studentHref("/coach", row.id))}
        columns={[
          {
            id: "name",
            header: t("student"),
            cell: (row) => (
              <Person
                name={listName(row)}
                photoUrl={row.photoUrl}
                href={studentHref("/coach", row.id)}
                meta={<span className="sm:hidden">{place(row)}</span>}
              />
            ),
          },
          { id: "place", header: t("place"), from: "sm", cell: place },
          {
            id: "contact",
            header: t("contact"),
            cell: ({ contact }) =>
              contact ? (
                <span className="block py-1">
                  <span className="block max-sm:hidden">{contact.name}</span>
                  {contact.phone ? <PhoneLink phone={contact.phone} /> : null}
                </span>
              ) : (
                "–"
              ),
          },
        ]}
      />
      <KeysetPager
        from={from}
        to={to}
        total={Math.max(counts.matching, to)}
        previousHref={url.after ? coachStudentsHref({ ...url, ...pageBefore(url) }) : undefined}
        nextHref={nextCursor ? coachStudentsHref({ ...url, ...pageAfter(url, nextCursor) }) : undefined}
      />
    </div>
  );
}
