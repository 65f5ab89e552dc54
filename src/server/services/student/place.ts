import { and, eq } from "drizzle-orm";
import { academicYears, grades, sections } from "@/db/schema/tenant/academics";
import type { TenantTx } from "@/db/scope";
import { DomainError, notFound } from "@/server/errors";

/** Where a student is. With a section there are a grade and a year. */
export type PlaceIds = { yearId: string | null; gradeId: string | null; sectionId: string | null };
/** With the names, by which the log tells it. */
export type Place = PlaceIds & { words: string };

const NOWHERE: Place = { yearId: null, gradeId: null, sectionId: null, words: "" };

/**
 * The place that is asked for: a section tells its grade and year; a grade without one is of the year that is given, or
 * the current one. Throws NOT_FOUND for what the school does not have, and CONFLICT `academics.yearClosed`.
 */
export async function findPlace(tx: TenantTx, wanted: Partial<PlaceIds>): Promise<Place> {
  const { yearId, gradeId, sectionId } = wanted;
  if (sectionId) return ofSection(tx, sectionId, { lock: true });
  if (!gradeId && !yearId) return NOWHERE;
  const { organizationId } = tx.actor;
  const [[year], [grade]] = await Promise.all([
    tx.db
      .select({ id: academicYears.id, name: academicYears.name, state: academicYears.state })
      .from(academicYears)
      .where(
        and(
          eq(academicYears.organizationId, organizationId),
          yearId ? eq(academicYears.id, yearId) : eq(academicYears.isCurrent, true),
        ),
      )
      .for("key share"),
    gradeId
      ? tx.db
          .select({ id: grades.id, name: grades.name })
          .from(grades)
          .where(and(eq(grades.organizationId, organizationId), eq(grades.id, gradeId)))
          .for("key share")
      : [],
  ]);
  if ((yearId && !year) || (gradeId && !grade)) throw notFound();
  if (year) assertOpen(year);
  return {
    yearId: year?.id ?? null,
    gradeId: grade?.id ?? null,
    sectionId: null,
    words: placeWords({ gradeName: grade?.name, yearName: year?.name }),
  };
}

/** The place of a section, held with `lock` until the transaction ends. Throws as `findPlace`. */
export async function ofSection(tx: TenantTx, sectionId: string, { lock = false } = {}): Promise<Place> {
  const query = tx.db
    .select({
      sectionId: sections.id,
      sectionName: sections.name,
      gradeId: sections.gradeId,
      gradeName: grades.name,
      yearId: sections.yearId,
      yearName: academicYears.name,
      state: academicYears.state,
    })
    .from(sections)
    .innerJoin(
      grades,
      and(eq(grades.organizationId, sections.organizationId), eq(grades.id, sections.gradeId)),
    )
    .innerJoin(
      academicYears,
      and(eq(academicYears.organizationId, sections.organizationId), eq(academicYears.id, sections.yearId)),
    )
    .where(and(eq(sections.organizationId, tx.actor.organizationId), eq(sections.id, sectionId)));
  const [found] = await (lock ? query.for("key share") : query);
  if (!found) throw notFound();
  assertOpen({ name: found.yearName, state: found.state });
  const { yearId, gradeId } = found;
  return { yearId, gradeId, sectionId, words: placeWords(found) };
}

function assertOpen({ name, state }: { name: string; state: string }): void {
  if (state === "closed") throw new DomainError("conflict", "academics.yearClosed", { values: { name } });
}

type PlaceNames = {
  gradeName?: string | null | undefined;
  sectionName?: string | null | undefined;
  yearName?: string | null | undefined;
};

/** "4to Año B (2025-2026)": a place as the log tells it, empty for none. */
export function placeWords({ gradeName, sectionName, yearName }: PlaceNames): string {
  const grade = [gradeName, sectionName].filter(Boolean).join(" ");
  return grade && yearName ? `${grade} (${yearName})` : grade || (yearName ?? "");
}

/** The place as it is kept, for the log. */
export async function describePlaces(
  tx: TenantTx,
  ids: readonly PlaceIds[],
): Promise<(place: PlaceIds) => string> {
  const { organizationId } = tx.actor;
  const wanted = ids.some((place) => place.yearId ?? place.gradeId);
  const [years, levels, groups] = wanted
    ? await Promise.all([
        tx.db
          .select({ id: academicYears.id, name: academicYears.name })
          .from(academicYears)
          .where(eq(academicYears.organizationId, organizationId)),
        tx.db
          .select({ id: grades.id, name: grades.name })
          .from(grades)
          .where(eq(grades.organizationId, organizationId)),
        tx.db
          .select({ id: sections.id, name: sections.name })
          .from(sections)
          .where(eq(sections.organizationId, organizationId)),
      ])
    : [[], [], []];
  const names = new Map([...years, ...levels, ...groups].map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null) => id && names.get(id);
  return ({ yearId, gradeId, sectionId }) =>
    placeWords({ gradeName: nameOf(gradeId), sectionName: nameOf(sectionId), yearName: nameOf(yearId) });
}
