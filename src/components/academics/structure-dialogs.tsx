"use client";

import { GradeDialog } from "./grade-dialog";
import { SectionDialog } from "./section-dialog";
import { SectionsDialog } from "./sections-dialog";
import { SubjectDialog } from "./subject-dialog";
import type { Asked, Structure } from "./types";
import { YearDialog } from "./year-dialog";

export interface StructureDialogsProps {
  asked: Asked;
  structure: Structure;
  onClose: () => void;
}

/** What is asked for of the structure, in a dialog; fetched when it is. */
export default function StructureDialogs({ asked, structure, onClose }: StructureDialogsProps) {
  const { year } = structure;
  switch (asked.kind) {
    case "year":
      return <YearDialog year={asked.year} years={structure.years} onClose={onClose} />;
    case "sections":
      return year ? (
        <SectionsDialog year={year} grades={structure.grades} gradeId={asked.gradeId} onClose={onClose} />
      ) : null;
    case "section":
      return <SectionDialog section={asked.section} grade={asked.grade} onClose={onClose} />;
    case "grade":
      return <GradeDialog grade={asked.grade} onClose={onClose} />;
    case "subject":
      return <SubjectDialog subject={asked.subject} onClose={onClose} />;
  }
}
