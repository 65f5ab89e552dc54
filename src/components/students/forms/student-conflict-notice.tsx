"use client";

import type { ConflictChoice } from "@/components/ui/conflict-table";
import RecordConflictNotice from "./record-conflict-notice";
import type { PlaceIds, StudentFields } from "./student-values";
import { useConflictParts } from "./use-conflict-parts";
import type { RecordConflict } from "./use-record-save";

interface StudentConflictNoticeProps {
  conflict: RecordConflict<StudentFields>;
  /** Year, grade and section in words. */
  placeWords: (ids: PlaceIds) => string;
  saving: boolean;
  onSettle: (choices: ReadonlyMap<string, ConflictChoice>) => void;
}

/** The choice between what somebody else saved of a student meanwhile and what is to be saved; seldom needed, so late. */
export default function StudentConflictNotice({ conflict, placeWords, ...rest }: StudentConflictNoticeProps) {
  const parts = useConflictParts(conflict, placeWords);
  return <RecordConflictNotice stale={conflict.stale} parts={parts} {...rest} />;
}
