import { and, desc, eq, inArray, lt, or, sql } from "drizzle-orm";
import { z } from "zod";
import { studentImports } from "@/db/schema/tenant/student-imports";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import type { ListImportsInput } from "@/domain/student-import";
import { WRITING_STATES } from "@/domain/student-import-list";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { shownImport } from "./get-import";

const positionSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** The school's imports, the latest first; `running` is the one that writes at the moment, whoever began it. */
export async function listImports(actor: OrganizationActor, { cursor, limit }: ListImportsInput) {
  const after = cursor === undefined ? undefined : decodeCursor(positionSchema, cursor);
  return readInOrganization(actor, async (tx) => {
    const own = eq(studentImports.organizationId, actor.organizationId);
    const { createdAt, id } = studentImports;
    const [found, [running]] = await Promise.all([
      tx.db
        .select()
        .from(studentImports)
        .where(
          and(
            own,
            after &&
              or(lt(createdAt, new Date(after[0])), and(eq(createdAt, new Date(after[0])), lt(id, after[1]))),
          ),
        )
        .orderBy(desc(createdAt), desc(id))
        .limit(limit + 1),
      tx.db
        .select({
          id,
          fileName: studentImports.fileName,
          state: studentImports.state,
          by: studentImports.startedBy,
          since: sql<string>`coalesce(${studentImports.startedAt}, ${createdAt})`.mapWith(createdAt),
        })
        .from(studentImports)
        .where(and(own, inArray(studentImports.state, [...WRITING_STATES]))),
    ]);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      rows: page.map(shownImport),
      running: running ?? null,
      nextCursor: last && found.length > limit ? encodeCursor([last.createdAt.toISOString(), last.id]) : null,
    };
  });
}
