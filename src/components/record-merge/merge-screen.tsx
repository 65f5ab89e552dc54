"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { Suspense, useState } from "react";
import { QueryBoundary } from "@/components/query-boundary";
import { familyHref } from "@/components/students/family/family-url";
import { studentHref } from "@/components/students/student-url";
import { TabFailed } from "@/components/tab-failed";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { MERGE_KINDS } from "@/domain/record-merge-list";
import { ChooseRecords } from "./choose-records";
import { Compare, type Done } from "./compare";
import { Duplicates } from "./duplicates";
import { mergeHref, mergeParsers, pairOf } from "./merge-url";
import { PastMerges } from "./past-merges";
import { UndoNotice } from "./undo-outcome";
import { useUndoMerge } from "./use-undo-merge";

/** Two records of one person become one: which two, what is kept of each, and the way back. */
export function MergeScreen() {
  const t = useTranslations("recordMerge");
  const router = useRouter();
  const [url] = useQueryStates(mergeParsers);
  const [done, setDone] = useState<Done>();
  const pair = pairOf(url);
  const { kind } = url;
  const key = pair ? `${pair.keptId} ${pair.mergedId}` : kind;
  return (
    <PageBody>
      <PageHeader title={t("title")} description={t("description")} />
      <Tabs
        label={t("kinds.label")}
        items={MERGE_KINDS.map((one) => ({
          href: mergeHref({ kind: one }),
          label: t(`kinds.${one}`),
          current: one === kind,
        }))}
      />
      {done && !pair ? <DoneNotice done={done} kind={kind} onClose={() => setDone(undefined)} /> : null}
      <QueryBoundary resetKey={key} failed={(error, retry) => <TabFailed error={error} retry={retry} />}>
        <Suspense key={key} fallback={<SkeletonBlock label={t("loading")} lines={6} />}>
          {pair ? (
            <Compare
              pair={pair}
              onDone={(told) => {
                setDone(told);
                router.push(mergeHref({ kind }));
              }}
            />
          ) : (
            <>
              <ChooseRecords url={url} />
              <Duplicates kind={kind} />
              <PastMerges kind={kind} />
            </>
          )}
        </Suspense>
      </QueryBoundary>
    </PageBody>
  );
}

type DoneProps = { done: Done; kind: (typeof MERGE_KINDS)[number]; onClose: () => void };

/** Says what was done, with the way back. */
function DoneNotice({ done, kind, onClose }: DoneProps) {
  const t = useTranslations("recordMerge.done");
  const undo = useUndoMerge();
  if (undo.outcome) return <UndoNotice outcome={undo.outcome} />;
  return (
    <Callout
      tone="success"
      role="status"
      actions={
        <>
          <Button
            size="sm"
            pending={undo.pendingId !== undefined}
            onPress={() => void undo.run(done.id).then((isWhole) => isWhole && onClose())}
          >
            {t("undo")}
          </Button>
          <ButtonLink
            size="sm"
            href={kind === "student" ? studentHref("/org-admin", done.keptId) : familyHref(done.keptId)}
          >
            {t("open")}
          </ButtonLink>
        </>
      }
    >
      {t("merged", { merged: done.merged, kept: done.kept })}
    </Callout>
  );
}
