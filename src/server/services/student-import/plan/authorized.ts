import { AUTHORIZED_PLACES } from "@/domain/matricula/columns";
import { newId } from "@/lib/ids";
import { AUTHORIZED_FIELDS } from "./fields";
import { isSame, type Note } from "./student";
import type { Authorized, FileRow, School, Student, Write } from "./types";
import { changeOf } from "./values";

/** The persons besides the guardians, place by place, as the row has them. */
export function planAuthorized(
  row: FileRow,
  { student, present, school }: { student: Student; present: readonly Authorized[]; school: School },
  note: Note,
): Write<Authorized>[] {
  return AUTHORIZED_PLACES.flatMap((place) => {
    const before = present.find((one) => one.place === place) ?? null;
    const said = AUTHORIZED_FIELDS.flatMap((key) => {
      const value = row.values.get(`authorized.${place}.${key}`);
      return value === undefined ? [] : [[key, value] as const];
    });
    if (said.length === 0) return before ? [{ rowNumber: row.rowNumber, before, after: before }] : [];
    const after: Authorized & Record<string, unknown> = { ...(before ?? blank(school, student, place)) };
    const imported = { ...after.imported };
    let isTaken = before !== null;
    for (const [key, value] of said) {
      const field = `authorized.${place}.${key}`;
      const change = changeOf(field, value, { now: after[key], key, imported: after.imported });
      if (change && !note(change)) continue;
      isTaken = true;
      after[key] = value;
      imported[key] = value;
    }
    if (!isTaken) return [];
    after.imported = imported;
    return [{ rowNumber: row.rowNumber, before, after: before && isSame(before, after) ? before : after }];
  });
}

function blank({ organizationId }: School, { id: studentId }: Student, place: number): Authorized {
  const now = new Date();
  return {
    ...{ organizationId, id: newId(), studentId, place, firstNames: "", lastNames: "", relationship: null },
    ...{ cedula: null, mobilePhone: "", homePhone: "", email: "", notes: "", imported: {} },
    ...{ createdAt: now, updatedAt: now },
  };
}
