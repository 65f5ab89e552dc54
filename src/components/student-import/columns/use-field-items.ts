"use client";

import { useTranslations } from "next-intl";
import type { PickItem } from "@/components/ui/use-options";
import { MATRICULA_COLUMNS } from "@/domain/matricula/columns";
import { useFieldWords } from "../field-words";
import type { ImportColumn } from "../types";

/** Stands for no field in the picker. */
export const LEFT_OUT = "none";

/** All fields that a column can mean, by whom they are about; one that a column has already says which. */
export function useFieldItems(columns: readonly ImportColumn[]): PickItem[] {
  const t = useTranslations("studentImport.columns");
  const { label, owner } = useFieldWords();
  const holders = new Map(columns.map(({ field, letter }) => [field, letter]));
  return [
    { id: LEFT_OUT, label: t("leaveOut") },
    ...MATRICULA_COLUMNS.map(({ field }): PickItem => {
      const letter = holders.get(field);
      return {
        id: field,
        label: label(field),
        group: owner(field),
        ...(letter === undefined ? {} : { detail: t("inColumn", { letter }) }),
      };
    }),
  ];
}
