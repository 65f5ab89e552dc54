import type { TenantTx } from "@/db/scope";
import type { TransferPlaceInput } from "@/domain/student-transfer";
import { notFound } from "@/server/errors";
import { findPlace, type Place } from "../student";

/** Where the student comes to be. Throws NOT_FOUND as `findPlace` does, and for a section of another year or grade. */
export async function requirePlace(tx: TenantTx, input: TransferPlaceInput): Promise<Place> {
  const place = await findPlace(tx, input);
  if (place.yearId !== input.yearId || place.gradeId !== input.gradeId) throw notFound();
  return place;
}
