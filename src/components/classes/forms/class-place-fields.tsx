"use client";

import { useTranslations } from "next-intl";
import { FieldPair } from "@/components/ui/form";
import { Select } from "@/components/ui/select";
import type { PlaceValues, useClassPlaces } from "./use-class-places";

export interface ClassPlaceFieldsProps {
  places: ReturnType<typeof useClassPlaces>;
  value: PlaceValues;
  onChange: (value: PlaceValues) => void;
  /** What the server refused, by field. */
  refused: (field: keyof PlaceValues) => string | undefined;
  /** A copy keeps its subject. */
  withSubject?: boolean;
}

/** Where a class belongs: a school year, and if wanted a section of it and a subject. */
export function ClassPlaceFields(props: ClassPlaceFieldsProps) {
  const { places, value, onChange, refused, withSubject = true } = props;
  const t = useTranslations("classes.form");
  const sections = places.sectionsOf(value.yearId);
  return (
    <>
      <FieldPair>
        <Select
          optional
          label={t("yearId")}
          placeholder={t("noYear")}
          options={places.years}
          value={value.yearId}
          onChange={({ currentTarget: { value: yearId } }) => onChange({ ...value, yearId, sectionId: "" })}
          error={refused("yearId")}
        />
        <Select
          optional
          label={t("sectionId")}
          placeholder={t("noSection")}
          hint={value.yearId && sections.length === 0 ? t("noSections") : undefined}
          options={sections}
          value={value.sectionId}
          disabled={sections.length === 0}
          onChange={({ currentTarget: { value: sectionId } }) => onChange({ ...value, sectionId })}
          error={refused("sectionId")}
        />
      </FieldPair>
      {withSubject ? (
        <Select
          optional
          label={t("subjectId")}
          placeholder={t("noSubject")}
          options={places.subjects}
          value={value.subjectId}
          disabled={places.subjects.length === 0}
          onChange={({ currentTarget: { value: subjectId } }) => onChange({ ...value, subjectId })}
          error={refused("subjectId")}
        />
      ) : null}
    </>
  );
}
