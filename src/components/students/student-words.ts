"use client";

import { useTranslations } from "next-intl";
import { formatCedula } from "@/domain/identity/cedula";
import type { StudentDetail } from "./types";

type Numbered = Pick<StudentDetail, "cedula" | "schoolCedula">;

/** The number by which the country knows a person, as people read it; empty where there is none. */
export function numberOf({ cedula, schoolCedula }: Numbered): string {
  return cedula ? formatCedula(cedula) : (schoolCedula ?? "");
}

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
