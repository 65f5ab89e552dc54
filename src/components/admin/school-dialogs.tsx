"use client";

import { lazy, Suspense, useState } from "react";
import type { ActedSchool, AskSchool, SchoolAct } from "./types";

// What is asked for rarely comes when it is asked for.
const DIALOGS = {
  enter: lazy(() => import("./enter-dialog")),
  edit: lazy(() => import("./edit-school-dialog")),
  suspend: lazy(() => import("./suspend-dialog")),
  delete: lazy(() => import("./delete-dialog")),
};

/** What is asked before something is done to a school, and the way to ask it. */
export function useSchoolDialogs() {
  const [asked, setAsked] = useState<{ act: SchoolAct; school: ActedSchool }>();
  const ask: AskSchool = (act, school) => setAsked({ act, school });
  const Dialog = asked && DIALOGS[asked.act];
  return {
    ask,
    dialogs: Dialog ? (
      <Suspense fallback={null}>
        <Dialog school={asked.school} onClose={() => setAsked(undefined)} />
      </Suspense>
    ) : null,
  };
}
