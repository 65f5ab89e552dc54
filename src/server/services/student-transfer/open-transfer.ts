import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/core/organizations";
import { studentTransfers } from "@/db/schema/core/student-transfers";
import { atGate } from "@/db/scope";
import { settingsColumn } from "@/db/settings-column";
import { hashToken, isToken } from "@/lib/tokens";
import { notFound } from "@/server/errors";
import { publicFace } from "../organization";
import { shownStatus } from "./queries";

/** What the holder of a link is shown, in the look of the sending school. Reads alone: a program that opens links changes nothing. */
export async function openTransfer({ token }: { token: string }) {
  if (!isToken(token)) throw notFound();
  const tokenHash = hashToken(token);
  const row = await atGate({ tokenHash }, async ({ db }) => {
    const [found] = await db
      .select({
        studentName: studentTransfers.studentName,
        fromSchoolName: studentTransfers.fromSchoolName,
        toSchoolName: studentTransfers.toSchoolName,
        sections: studentTransfers.sections,
        reason: studentTransfers.reason,
        lastDay: studentTransfers.lastDay,
        guardianName: studentTransfers.guardianName,
        locale: studentTransfers.locale,
        status: shownStatus,
        declinedBy: studentTransfers.declinedBy,
        guardianAgreedAt: studentTransfers.guardianAgreedAt,
        closedAt: studentTransfers.closedAt,
        expiresAt: studentTransfers.expiresAt,
        school: { name: organizations.name, logoKey: organizations.logoKey },
        settings: settingsColumn,
      })
      .from(studentTransfers)
      .innerJoin(organizations, eq(organizations.id, studentTransfers.organizationId))
      .where(eq(studentTransfers.tokenHash, tokenHash));
    return found;
  });
  if (!row) throw notFound();
  const { school, settings, ...transfer } = row;
  return {
    ...transfer,
    timeZone: settings["region.timeZone"],
    school: publicFace({ ...school, settings }),
  };
}
