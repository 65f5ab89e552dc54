"use client";

import { lazy } from "react";
import { CancelledStep } from "./cancelled-step";
import { CheckStep } from "./check/check-step";
import type { ImportUrl } from "./import-url";
import { ApplyingStep, UndoingStep } from "./run/applying-step";
import type { ImportDetail } from "./types";
import { CheckingStep, FailedStep, ReadingStep } from "./waiting-steps";

// The check is there with the page: a tick that is set while its code is on the way would be lost.
const ColumnsStep = lazy(() => import("./columns/columns-step"));
const ReportStep = lazy(() => import("./report/report-step"));
const UndoneStep = lazy(() => import("./report/undone-step"));

export interface ImportStepProps {
  detail: ImportDetail;
  /** When the browser learned of it. */
  at: number;
  url: ImportUrl;
  /** One looks at the columns, before the check or again. */
  isAtColumns: boolean;
}

/** What the page shows of an import, by its state. */
export function ImportStep({ detail, at, url, isAtColumns }: ImportStepProps) {
  if (isAtColumns) return <ColumnsStep detail={detail} />;
  switch (detail.state) {
    case "reading":
    case "mapped":
      return <ReadingStep />;
    case "checking":
      return <CheckingStep detail={detail} />;
    case "checked":
    case "held":
      return <CheckStep detail={detail} url={url} />;
    case "applying":
      return <ApplyingStep detail={detail} at={at} />;
    case "done":
      return <ReportStep detail={detail} />;
    case "undoing":
      return <UndoingStep detail={detail} at={at} />;
    case "undone":
      return <UndoneStep detail={detail} url={url} />;
    case "failed":
      return <FailedStep detail={detail} />;
    case "cancelled":
      return <CancelledStep />;
  }
}
