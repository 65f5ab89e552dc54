import { and, eq, type SQL, sql } from "drizzle-orm";
import { academicYears, grades, sections, subjects } from "@/db/schema/tenant/academics";
import { classes } from "@/db/schema/tenant/classes";
import type { TenantTx } from "@/db/scope";
import { DomainError } from "@/server/errors";

/** Where a class belongs: a school year, and if wanted a section of it and a subject. */
export type ClassPlace = { yearId: string | null; sectionId: string | null; subjectId: string | null };

/** The same by name, for the log and for files; empty where it belongs to none. */
export type PlaceNames = { year: string; section: string; subject: string };

/** The name of the class's year; empty where it has none. For queries that have `classes`, under its own name. */
export const yearName: SQL<string> = sql<string>`coalesce((select y.name from ${academicYears} y
  where y.organization_id = ${classes}.organization_id and y.id = ${classes}.year_id), '')`;

/** Its section as people say it, 4to Año B; empty where it has none. */
export const sectionName: SQL<string> = sql<string>`coalesce((select g.name || ' ' || s.name from ${sections} s
  join ${grades} g on g.organization_id = s.organization_id and g.id = s.grade_id
  where s.organization_id = ${classes}.organization_id and s.id = ${classes}.section_id), '')`;

/** The name of its subject; empty where it has none. */
export const subjectName: SQL<string> = sql<string>`coalesce((select m.name from ${subjects} m
  where m.organization_id = ${classes}.organization_id and m.id = ${classes}.subject_id), '')`;

/**
 * The names of the place where `wanted` moves a class that is at `present`, held until the transaction ends; a section
 * tells the year. What stays is not asked after. Throws BAD_REQUEST about the field for what the school has not or has put
 * away, and CONFLICT where the year is closed.
 */
export async function holdPlace(
  tx: TenantTx,
  wanted: Partial<ClassPlace>,
  present: ClassPlace = { yearId: null, sectionId: null, subjectId: null },
): Promise<{ place: ClassPlace; names: PlaceNames }> {
  const section = await holdSection(tx, wanted.sectionId ?? null);
  const yearId = wanted.yearId ?? (wanted.yearId === undefined ? (section?.yearId ?? present.yearId) : null);
  // A class that goes to another year leaves the section behind, unless one of that year is named.
  const kept = yearId === present.yearId ? present.sectionId : null;
  const sectionId = wanted.sectionId === undefined ? kept : wanted.sectionId;
  if (section && section.yearId !== yearId) throw refused("class.sectionElsewhere", "sectionId");
  const subjectId = wanted.subjectId === undefined ? present.subjectId : wanted.subjectId;
  const place = { yearId, sectionId, subjectId };
  const [year, subject, stays] = await Promise.all([
    readYear(tx, yearId),
    readSubject(tx, subjectId),
    section || !sectionId ? section : readSection(tx, sectionId),
  ]);
  if (yearId && !year) throw refused("class.noYear", "yearId");
  if (subjectId && (!subject || (subject.archivedAt && subjectId !== present.subjectId)))
    throw refused("class.noSubject", "subjectId");
  if (year?.state === "closed" && (yearId !== present.yearId || sectionId !== present.sectionId))
    throw new DomainError("conflict", "academics.yearClosed", {
      field: "yearId",
      values: { name: year.name },
    });
  return {
    place,
    names: { year: year?.name ?? "", section: stays?.title ?? "", subject: subject?.name ?? "" },
  };
}

function refused(key: string, field: string): DomainError {
  return new DomainError("invalid", key, { field });
}

async function readYear(tx: TenantTx, id: string | null) {
  if (id === null) return undefined;
  const [year] = await tx.db
    .select({ name: academicYears.name, state: academicYears.state })
    .from(academicYears)
    .where(and(eq(academicYears.organizationId, tx.actor.organizationId), eq(academicYears.id, id)))
    .for("share");
  return year;
}

async function readSubject(tx: TenantTx, id: string | null) {
  if (id === null) return undefined;
  const [subject] = await tx.db
    .select({ name: subjects.name, archivedAt: subjects.archivedAt })
    .from(subjects)
    .where(and(eq(subjects.organizationId, tx.actor.organizationId), eq(subjects.id, id)));
  return subject;
}

async function holdSection(tx: TenantTx, id: string | null) {
  if (id === null) return undefined;
  const found = await readSection(tx, id);
  if (!found) throw refused("class.noSection", "sectionId");
  return found;
}

async function readSection(tx: TenantTx, id: string) {
  const [section] = await tx.db
    .select({ yearId: sections.yearId, title: sql<string>`${grades.name} || ' ' || ${sections.name}` })
    .from(sections)
    .innerJoin(
      grades,
      and(eq(grades.organizationId, sections.organizationId), eq(grades.id, sections.gradeId)),
    )
    .where(and(eq(sections.organizationId, tx.actor.organizationId), eq(sections.id, id)))
    .for("key share", { of: sections });
  return section;
}
