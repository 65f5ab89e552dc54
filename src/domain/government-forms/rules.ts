/**
 * The ministry's forms, as circulars that are reproduced online and independent public code tell of them. None was held
 * beside a form that is in force today: each page says so, and what is odd is told rather than refused.
 */

export const GOVERNMENT_FORMS = ["initial", "movements", "summary"] as const;
export type GovernmentForm = (typeof GOVERNMENT_FORMS)[number];

/** The code and title that stand on a form; the summary is ours and has no code. */
export const FORM_TITLES: Record<GovernmentForm, { code: string; title: string }> = {
  initial: { code: "RR-DEA-05-03", title: "Matrícula Inicial" },
  movements: { code: "DEA-MI-01-07", title: "Matrícula Inicial: Ingreso o Egreso" },
  summary: { code: "", title: "Resumen de matrícula por grado, sección, sexo y edad" },
};

/** Rows of a page of RR-DEA-05-03. */
export const ROWS_PER_PAGE = 35;

/** What the ministry calls a student in the grade for the first time, and one who repeats it. */
export const REGULAR = "RG";
export const REPEATER = "RP";

/** Figures that the ministry's codes usually have; the DEA code is letters and figures, such as OD00541105. */
export const STATISTICAL_CODE_LENGTH = 6;
export const DEPENDENCY_CODE_LENGTH = 9;

/** What heads every form. */
export type OfficialSchool = {
  name: string;
  deaCode: string;
  statisticalCode: string;
  dependencyCode: string;
  address: string;
  municipality: string;
  state: string;
  director: string;
};
export const OFFICIAL_FIELDS = [
  "name",
  "deaCode",
  "statisticalCode",
  "dependencyCode",
  "address",
  "municipality",
  "state",
  "director",
] as const satisfies readonly (keyof OfficialSchool)[];

/** What the heading lacks, and the codes whose length is not the usual one. */
export function headingProblems(school: OfficialSchool) {
  const odd = (code: string, length: number) => code !== "" && code.length !== length;
  return {
    missing: OFFICIAL_FIELDS.filter((field) => school[field] === ""),
    odd: [
      ...(odd(school.statisticalCode, STATISTICAL_CODE_LENGTH) ? ["statisticalCode" as const] : []),
      ...(odd(school.dependencyCode, DEPENDENCY_CODE_LENGTH) ? ["dependencyCode" as const] : []),
    ],
  };
}
