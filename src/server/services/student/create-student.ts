import { studentStatuses, students } from "@/db/schema/tenant/students";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import { personKeys } from "@/domain/identity/keys";
import type { CreateStudentInput } from "@/domain/student";
import { fullName } from "@/domain/student-list";
import { newId } from "@/lib/ids";
import { recordEvents } from "../audit";
import { schoolDay } from "../organization";
import { takeStudentCodes } from "./codes";
import { findPlace } from "./place";
import { givenFields } from "./record-values";
import { namingHolder } from "./taken";

/**
 * A new record, enrolled since the day of entry, or today at the school. Without a code it gets the school's next one.
 * Throws CONFLICT at the code, cédula or cédula escolar that another student has, naming them.
 */
export async function createStudent(
  actor: OrganizationActor,
  input: CreateStudentInput,
): Promise<{ id: string; code: string }> {
  const create = () =>
    inOrganization(actor, async (tx) => {
      const { organizationId } = actor;
      const [place, today] = await Promise.all([findPlace(tx, input), schoolDay(tx)]);
      const [nextCode = ""] = input.code ? [] : await takeStudentCodes(tx, 1);
      const { words, ...ids } = place;
      const row = {
        ...givenFields(input),
        ...ids,
        organizationId,
        id: newId(),
        code: input.code || nextCode,
        firstNames: input.firstNames,
        lastNames: input.lastNames,
        gender: input.gender,
        birthDate: input.birthDate,
        cedula: input.cedula ?? null,
        schoolCedula: input.schoolCedula ?? null,
      };
      await tx.db.insert(students).values({ ...row, ...personKeys(row) });
      await tx.db.insert(studentStatuses).values({
        organizationId,
        id: newId(),
        studentId: row.id,
        status: "active",
        since: input.enteredOn ?? today,
        reason: input.entryKind ?? "",
        otherSchool: input.previousSchool ?? "",
        recordedBy: actor.name,
      });
      const { id, code, firstNames, lastNames } = row;
      await recordEvents(tx, [
        {
          action: "student.created",
          subject: { type: "student", id, name: fullName(row) },
          after: {
            ...givenFields(input),
            code,
            firstNames,
            lastNames,
            ...(words !== "" && { place: words }),
          },
        },
      ]);
      return { id, code };
    });
  return namingHolder(actor, () => input, create);
}
