"use client";

import { type Failure, useFailedState } from "@/components/shell/use-failed-state";
import { PageBody } from "@/components/ui/page-body";
import { StateBox } from "@/components/ui/state-page";

/** A page of the shell that failed; the shell around it stands. */
export function FailedPage(failure: Failure) {
  return (
    <PageBody>
      <StateBox {...useFailedState(failure)} />
    </PageBody>
  );
}
