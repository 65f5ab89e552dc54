"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { academicsHref } from "../academics-url";
import type { Done, Preview } from "./types";

const UndoDialog = lazy(() => import("./undo-dialog"));

/** What was done, and the ways on: the new year, or back. */
export function DoneStep({ done, preview }: { done: Done; preview: Preview }) {
  const t = useTranslations("rollover.done");
  const [asks, setAsks] = useState(false);
  const { counts, classCount } = done;
  return (
    <PageBody>
      <PageHeader title={t("title", { year: preview.to })} />
      <Callout
        tone="success"
        role="status"
        title={t("counts", {
          ...{ promoted: counts.promoted, heldBack: counts.held_back, graduated: counts.graduated },
        })}
        actions={
          <>
            <ButtonLink variant="primary" href={academicsHref({ year: done.toYearId })}>
              {t("look")}
            </ButtonLink>
            <Button onPress={() => setAsks(true)}>{t("undo")}</Button>
          </>
        }
      >
        {t("body", { year: preview.from, classes: classCount })}
      </Callout>
      {asks ? (
        <Suspense fallback={null}>
          <UndoDialog
            id={done.id}
            name={t("name", { from: preview.from, to: preview.to })}
            onClose={() => setAsks(false)}
          />
        </Suspense>
      ) : null}
    </PageBody>
  );
}
