"use client";

import { useTranslations } from "next-intl";
import type { StudentDetail } from "./types";

export { numberOf } from "@/domain/identity/number-of";

type Placed = Pick<StudentDetail, "gradeName" | "sectionName">;

/** Says where a student is: "4to Año, section B". */
export function usePlaceWords() {
  const t = useTranslations("students.place");
  return ({ gradeName, sectionName }: Placed): string => {
    if (gradeName === null) return t("none");
    return sectionName === null
      ? t("grade", { grade: gradeName })
      : t("section", { grade: gradeName, section: sectionName });
  };
}
