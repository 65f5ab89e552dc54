"use client";

import { useTranslations } from "next-intl";

/** The words on the button that adds: how many get a seat, and how many will wait. */
export function useAddWords(): (counts: { enroll: number; wait: number }) => string {
  const t = useTranslations("classes.enrol");
  return ({ enroll, wait }) =>
    t(wait === 0 ? "submit" : enroll === 0 ? "submitWait" : "submitBoth", { enroll, wait });
}
