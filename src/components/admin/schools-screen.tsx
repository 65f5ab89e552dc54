"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { Suspense, useDeferredValue } from "react";
import { useErrorText } from "@/components/error-text";
import { QueryBoundary } from "@/components/query-boundary";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { PageBody } from "@/components/ui/page-body";
import { useClock } from "@/components/users/use-dates";
import { useStable } from "@/components/users/use-stable";
import { useSchoolDialogs } from "./school-dialogs";
import { SchoolsHead } from "./schools-head";
import { SchoolsList, SchoolsListSkeleton } from "./schools-list";
import { SchoolsToolbar } from "./schools-toolbar";
import { type SchoolsUrl, schoolsParsers } from "./schools-url";

export interface SchoolsScreenProps {
  /** The school that the viewer belongs to. */
  ownId: string;
  /** The time of the first paint. */
  start: Date;
}

/** Every school of the platform: find them, open one, change it, enter it. */
export function SchoolsScreen({ ownId, start }: SchoolsScreenProps) {
  const now = useClock(start);
  const [url, setUrl] = useQueryStates(schoolsParsers, { scroll: false });
  const wanted = useStable(url);
  // The rows that are there stay until the next ones have come.
  const listed = useDeferredValue(wanted);
  const { ask, dialogs } = useSchoolDialogs();
  const narrow = (change: Partial<SchoolsUrl>, how: { replace?: boolean } = {}) =>
    void setUrl({ ...change, after: null, trail: null }, { history: how.replace ? "replace" : "push" });
  const shown = { ownId, now, ask };
  return (
    <PageBody>
      <SchoolsHead url={wanted} />
      <SchoolsToolbar url={wanted} onNarrow={narrow} />
      <QueryBoundary
        resetKey={JSON.stringify(listed)}
        failed={(error, retry) => <Failed error={error} retry={retry} />}
      >
        <Suspense fallback={<SchoolsListSkeleton {...shown} />}>
          <SchoolsList url={listed} busy={listed !== wanted} {...shown} />
        </Suspense>
      </QueryBoundary>
      {dialogs}
    </PageBody>
  );
}

function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("schools");
  const tUi = useTranslations("ui");
  return (
    <div className="py-12">
      <ErrorState title={t("failedTitle")} actions={<Button onPress={retry}>{tUi("tryAgain")}</Button>}>
        {useErrorText()(error).message}
      </ErrorState>
    </div>
  );
}
