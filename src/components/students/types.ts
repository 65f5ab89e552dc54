import type { inferOutput } from "@trpc/tanstack-react-query";
import { fullName } from "@/domain/student-list";
import type { useTRPC } from "@/trpc/client";

type Api = ReturnType<typeof useTRPC>["student"];

export type StudentDetail = inferOutput<Api["get"]>;
export type StudentPage = inferOutput<Api["list"]>;
export type StudentListRow = StudentPage["rows"][number];
export type Family = inferOutput<Api["family"]>;
export type FamilyGuardian = Family["guardians"][number];
export type StudentCounts = inferOutput<Api["counts"]>;
export type Renumbering = inferOutput<Api["renumbering"]>[number];
export type StudentOptions = inferOutput<Api["options"]>;

/** What an action needs to know of each student that it is done to. */
export type Student = Pick<StudentDetail, "id" | "status" | "gender"> & { name: string };

/** A record as an action takes it. */
export function asStudent(
  record: Pick<StudentDetail, "id" | "status" | "gender" | "firstNames" | "lastNames">,
): Student {
  const { id, status, gender } = record;
  return { id, status, gender, name: fullName(record) };
}

type Apis = ReturnType<typeof useTRPC>;

export type AcademicRecord = inferOutput<Apis["academicRecord"]["list"]>[number];
export type Health = inferOutput<Apis["health"]["get"]>;
export type Vaccination = Health["vaccinations"][number];
export type Incident = inferOutput<Apis["incident"]["list"]>["rows"][number];
export type AttendanceDay = inferOutput<Apis["attendance"]["list"]>["rows"][number];
export type StudentDocument = inferOutput<Apis["document"]["list"]>[number];
export type Brief = inferOutput<Apis["student"]["brief"]>;
