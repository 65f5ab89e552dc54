import { MATRICULA_COLUMNS } from "./columns";

/** Fields that no row can do without and no column has. A cédula escolar stands in for the cédula. */
export function missingFields(fields: readonly (string | null)[]): string[] {
  const mapped = new Set(fields);
  return MATRICULA_COLUMNS.flatMap(({ field, required }) => {
    const isThere = mapped.has(field) || (field === "student.cedula" && mapped.has("student.schoolCedula"));
    return required && !isThere ? [field] : [];
  });
}
