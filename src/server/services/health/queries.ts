import { and, eq } from "drizzle-orm";
import { healthRecords } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import type { HealthValues } from "@/domain/health";

/** A student's health, as forms and the log have it. */
export const healthColumns = {
  bloodType: healthRecords.bloodType,
  allergies: healthRecords.allergies,
  conditions: healthRecords.conditions,
  medication: healthRecords.medication,
  emergencyNotes: healthRecords.emergencyNotes,
  weightKg: healthRecords.weightKg,
  heightCm: healthRecords.heightCm,
};

/** Of whom nobody has written anything. */
export const NOTHING_KNOWN: HealthValues = {
  bloodType: null,
  allergies: "",
  conditions: "",
  medication: "",
  emergencyNotes: "",
  weightKg: null,
  heightCm: null,
};

/** The one record of a student of the actor's school. */
export function ofStudent({ actor }: Pick<TenantTx, "actor">, studentId: string) {
  return and(eq(healthRecords.organizationId, actor.organizationId), eq(healthRecords.studentId, studentId));
}
