"use client";

import { useQuery } from "@tanstack/react-query";
import { Archive, ArchiveRestore } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { BulkBar } from "@/components/ui/bulk-bar";
import { Button } from "@/components/ui/button";
import { useSelectAll } from "@/components/use-select-all";
import type { Selected } from "@/components/use-selection";
import { MAX_BULK, MAX_PAGE_SIZE } from "@/domain/user-list";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import { type ClassesUrl, filterOf, orderedFilterOf } from "./classes-url";
import type { ClassRow } from "./types";
import { useClassResults } from "./use-class-results";

const ArchiveClassesDialog = lazy(() => import("../forms/archive-classes-dialog"));
const ResultsDialog = lazy(() => import("../class-page/results-dialog"));

/** What can be done to the selected classes, and the step from this page to all that match. */
export function ClassesBulkBar({ url, selection }: { url: ClassesUrl; selection: Selected<ClassRow> }) {
  const t = useTranslations("classes.list.bulk");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { items, clear, choose } = selection;
  const [asked, setAsked] = useState<readonly ClassRow[]>();
  const { told, forget, tellArchived, restore } = useClassResults(clear);
  const all = useSelectAll(
    (cursor) => client.class.list.query({ ...orderedFilterOf(url), limit: MAX_PAGE_SIZE, cursor }),
    choose,
    t("selectFailed"),
  );
  const count = items.length;
  const { data } = useQuery({ ...trpc.class.counts.queryOptions(filterOf(url)), enabled: count > 0 });
  const active = items.filter(({ state }) => state === "active");
  const archived = items.filter(({ state }) => state === "archived");
  return (
    <>
      <BulkBar
        count={count}
        total={data && Math.max(data.matching, count)}
        onClear={clear}
        onSelectAll={count >= MAX_BULK || all.pending ? undefined : all.select}
      >
        {all.pending ? <span role="status">{t("selecting")}</span> : null}
        {active.length > 0 ? (
          <Button variant="inverse" size="sm" icon={<Archive />} onPress={() => setAsked(active)}>
            {t("archive", { count: active.length })}
          </Button>
        ) : null}
        {archived.length > 0 ? (
          <Button variant="inverse" size="sm" icon={<ArchiveRestore />} onPress={() => restore(archived)}>
            {t("restore", { count: archived.length })}
          </Button>
        ) : null}
      </BulkBar>
      <Suspense fallback={null}>
        {asked ? (
          <ArchiveClassesDialog
            items={asked}
            onPartly={tellArchived}
            onClose={() => {
              setAsked(undefined);
              clear();
            }}
          />
        ) : null}
        {told ? <ResultsDialog told={told} onClose={forget} /> : null}
      </Suspense>
    </>
  );
}
