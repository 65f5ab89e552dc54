import { and, eq, isNull } from "drizzle-orm";
import { academicYears, grades, sections } from "@/db/schema/tenant/academics";
import type { TenantTx } from "@/db/scope";
import type { TransferPlaceInput } from "@/domain/student-transfer";
import { DomainError, notFound } from "@/server/errors";

type Place = Pick<TransferPlaceInput, "yearId" | "gradeId" | "sectionId">;

/**
 * The year, grade and section by name. Throws NOT_FOUND for what the school does not have, CONFLICT for a closed year, and
 * for a section of another year or grade.
 */
export async function requirePlace(tx: TenantTx, { yearId, gradeId, sectionId }: Place) {
  const { organizationId } = tx.actor;
  const [[year], [grade], [section]] = await Promise.all([
    tx.db
      .select({ name: academicYears.name, state: academicYears.state })
      .from(academicYears)
      .where(and(eq(academicYears.organizationId, organizationId), eq(academicYears.id, yearId))),
    tx.db
      .select({ name: grades.name })
      .from(grades)
      .where(
        and(eq(grades.organizationId, organizationId), eq(grades.id, gradeId), isNull(grades.archivedAt)),
      ),
    sectionId === null
      ? []
      : tx.db
          .select({ name: sections.name, yearId: sections.yearId, gradeId: sections.gradeId })
          .from(sections)
          .where(and(eq(sections.organizationId, organizationId), eq(sections.id, sectionId))),
  ]);
  if (!year || !grade || (sectionId !== null && !section)) throw notFound();
  if (year.state === "closed")
    throw new DomainError("conflict", "studentTransfer.yearClosed", { field: "yearId" });
  if (section && (section.yearId !== yearId || section.gradeId !== gradeId))
    throw new DomainError("conflict", "studentTransfer.sectionElsewhere", { field: "sectionId" });
  return { year: year.name, grade: grade.name, section: section?.name ?? null };
}
