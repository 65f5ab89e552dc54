"use client";

import { useTranslations } from "next-intl";
import type { ClassDetail } from "./types";

/** "12 of 20 students", or "12 students" where the seats have no limit. */
export function useSeatWords(): (counts: Pick<ClassDetail, "studentCount" | "capacity">) => string {
  const t = useTranslations("classes");
  return ({ studentCount: count, capacity }) =>
    capacity === null ? t("students", { count }) : t("studentsOf", { count, capacity });
}

/** Who becomes a student of the waiting list once so many leave the roster. */
export function movingUp(
  { capacity, studentCount, waitingCount }: Pick<ClassDetail, "capacity" | "studentCount" | "waitingCount">,
  leaving: number,
): number {
  if (capacity === null) return 0;
  return Math.max(0, Math.min(waitingCount, capacity - (studentCount - leaving)));
}

/** Seats that somebody new would get at once; null where there is no limit. */
export function freeSeats({
  capacity,
  studentCount,
  waitingCount,
}: Pick<ClassDetail, "capacity" | "studentCount" | "waitingCount">): number | null {
  if (capacity === null) return null;
  return waitingCount > 0 ? 0 : Math.max(0, capacity - studentCount);
}
