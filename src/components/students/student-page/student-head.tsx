"use client";

import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { PageHeader } from "@/components/ui/page-header";
import { fullName } from "@/domain/student-list";
import { StudentStatusMark } from "../student-status";
import { numberOf, usePlaceWords } from "../student-words";
import type { StudentDetail } from "../types";
import { StudentPhoto } from "./student-photo";

export interface StudentHeadProps {
  student: StudentDetail;
  changesPhoto: boolean;
  actions?: ReactNode;
}

/** Who the student is, where they are, and what can be done. */
export function StudentHead({ student, changesPhoto, actions }: StudentHeadProps) {
  const place = usePlaceWords();
  const name = fullName(student);
  const facts = [student.code, numberOf(student), place(student)].filter(Boolean);
  return (
    <PageHeader
      lead={
        changesPhoto ? (
          <StudentPhoto student={student} />
        ) : (
          <Avatar name={name} src={student.photoUrl} size="lg" />
        )
      }
      actions={actions}
      title={<span className="[overflow-wrap:anywhere]">{name}</span>}
      description={
        <span className="inline-flex flex-wrap items-center gap-x-1.5">
          {facts.map((fact) => (
            <span key={fact} className="inline-flex items-center gap-x-1.5">
              {fact}
              <span aria-hidden="true">·</span>
            </span>
          ))}
          <StudentStatusMark status={student.status} gender={student.gender} />
        </span>
      }
    />
  );
}
