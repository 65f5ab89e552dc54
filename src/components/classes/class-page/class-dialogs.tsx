"use client";

import { lazy, type ReactNode, Suspense } from "react";
import type { ClassDetail } from "../types";
import type { Asked } from "./asked";
import type { CoachActions } from "./use-coach-actions";
import type { RosterActions } from "./use-roster-actions";

// What is asked for rarely comes when it is asked for.
const EditClassDialog = lazy(() => import("../forms/edit-class-dialog"));
const DuplicateClassDialog = lazy(() => import("../forms/duplicate-class-dialog"));
const ArchiveClassesDialog = lazy(() => import("../forms/archive-classes-dialog"));
const AddCoachesDialog = lazy(() => import("./add-coaches-dialog"));
const RemoveLeadDialog = lazy(() => import("./remove-lead-dialog"));
const HandOverDialog = lazy(() => import("./hand-over-dialog"));
const MoveDialog = lazy(() => import("./move-dialog"));
const WithdrawDialog = lazy(() => import("./withdraw-dialog"));
const ResultsDialog = lazy(() => import("./results-dialog"));

export interface ClassDialogsProps {
  asked: Asked | null;
  detail: ClassDetail;
  roster: RosterActions;
  coaches: CoachActions;
  /** The people in question wait for a seat. */
  waiting: boolean;
  onClose: () => void;
}

/** What is asked before something is done to a class, and what is told afterwards. */
export function ClassDialogs({ roster, ...props }: ClassDialogsProps) {
  return (
    <Suspense fallback={null}>
      {question({ roster, ...props })}
      {roster.told ? <ResultsDialog told={roster.told} onClose={roster.forget} /> : null}
    </Suspense>
  );
}

function question({ asked, detail, roster, coaches, waiting, onClose }: ClassDialogsProps): ReactNode {
  switch (asked?.kind) {
    case "edit":
      return <EditClassDialog detail={detail} onClose={onClose} />;
    case "duplicate":
      return <DuplicateClassDialog detail={detail} onClose={onClose} />;
    case "archive":
      return <ArchiveClassesDialog items={[detail]} onClose={onClose} />;
    case "addCoaches":
      return <AddCoachesDialog classId={detail.id} onAdd={coaches.add} onClose={onClose} />;
    case "removeLead":
      return (
        <RemoveLeadDialog
          detail={detail}
          coach={asked.coach}
          onConfirm={(next) => coaches.replaceLead(asked.coach, next)}
          onClose={onClose}
        />
      );
    case "handOver":
      return (
        <HandOverDialog
          detail={detail}
          coach={asked.coach}
          onConfirm={() => coaches.makeLead(asked.coach)}
          onClose={onClose}
        />
      );
    case "move":
      return (
        <MoveDialog
          detail={detail}
          people={asked.people}
          waiting={waiting}
          onConfirm={(to, leaving) => roster.move(asked.people, to, leaving)}
          onClose={onClose}
        />
      );
    case "withdraw":
      return (
        <WithdrawDialog
          detail={detail}
          people={asked.people}
          waiting={waiting}
          onConfirm={(leaving) => roster.withdraw(asked.people, leaving)}
          onClose={onClose}
        />
      );
    default:
      return null;
  }
}
