import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { users } from "@/db/schema/core/users";
import type { TenantTx } from "@/db/scope";
import type { EnrollInput } from "@/domain/class";
import type { EnrollmentLine, EnrollmentVerdict } from "@/domain/class-list";
import { parseEmail } from "@/domain/email";
import { parseInvitationList } from "@/domain/invitation-list";
import { classReach } from "@/domain/permissions";
import { foldText, sortKey } from "@/lib/text-keys";
import { DomainError } from "@/server/errors";
import { type ClassMember, studentRefusal } from "./members";
import type { ClassRow } from "./policies";
import { readOccupancy, readOpenPlaces } from "./seats";

/** A line of the list with the members that it may mean. */
type Asked = Pick<EnrollmentLine, "line" | "raw" | "name" | "email"> & {
  isMalformed: boolean;
  userIds: readonly string[];
};

/** Lines of a list with whom they name, by address, else by a name that a student has, accents and order aside. */
export async function readAsked(tx: TenantTx, { userIds, text }: EnrollInput): Promise<Asked[]> {
  if (userIds !== undefined)
    return userIds.map((id, index) => ({
      line: index + 1,
      raw: "",
      name: "",
      email: "",
      isMalformed: false,
      userIds: [id],
    }));
  const parsed = parseInvitationList(text ?? "");
  if (!parsed.ok) throw new DomainError("invalid", `invitation.${parsed.reason}`, { field: "text" });
  const lines = parsed.entries.map(({ line, raw, name, email, className }) => {
    const address = email === "" ? undefined : parseEmail(email);
    return {
      line,
      raw,
      name,
      email: address?.ok ? address.email : email,
      isMalformed: address?.ok === false,
      // What stands beside a name may belong to it: "Pérez, Ana".
      nameKeys: email === "" ? [`${name} ${className}`, `${className} ${name}`, name].map(nameKey) : [],
    };
  });
  const known = await findNamed(
    tx,
    lines.flatMap(({ email, isMalformed }) => (email === "" || isMalformed ? [] : [email])),
    lines.flatMap(({ nameKeys }) => nameKeys.filter((key) => key !== "")),
  );
  return lines.map(({ nameKeys, ...line }) => ({
    ...line,
    userIds: known.get(line.email) ?? nameKeys.flatMap((key) => known.get(key) ?? []).slice(0, 2),
  }));
}

// Ñ is a letter of its own in a sort key, but not for who types without it.
function nameKey(name: string): string {
  return sortKey(foldText(name));
}

async function findNamed(tx: TenantTx, emails: string[], nameKeys: string[]): Promise<Map<string, string[]>> {
  if (emails.length === 0 && nameKeys.length === 0) return new Map();
  const key = sql<string>`replace(${users.sortKey}, '~', '')`;
  const rows = await tx.db
    .select({ id: users.id, email: users.email, key, role: users.role })
    .from(users)
    .where(
      and(
        eq(users.organizationId, tx.actor.organizationId),
        isNull(users.leftAt),
        or(
          emails.length > 0 ? inArray(users.email, [...new Set(emails)]) : undefined,
          nameKeys.length > 0
            ? and(eq(users.role, "STUDENT"), sql`${key} = any(${sql.param([...new Set(nameKeys)])}::text[])`)
            : undefined,
        ),
      ),
    );
  const known = new Map<string, string[]>();
  const add = (word: string, id: string) => known.set(word, [...(known.get(word) ?? []), id]);
  for (const { id, email, key: name, role } of rows) {
    add(email, id);
    if (role === "STUDENT") add(name, id);
  }
  return known;
}

/** Ids of the members that the lines name. */
export function idsOf(asked: readonly Asked[]): string[] {
  return [...new Set(asked.flatMap(({ userIds }) => userIds))];
}

/** A verdict for each line, and the seats that were left; `members` as they are now. */
export async function judgeStudents(
  tx: TenantTx,
  found: Pick<ClassRow, "id" | "capacity">,
  asked: readonly Asked[],
  members: ReadonlyMap<string, ClassMember>,
): Promise<{ lines: EnrollmentLine[]; seatsLeft: number }> {
  const [{ seatsLeft }, places] = await Promise.all([
    readOccupancy(tx, found),
    readOpenPlaces(tx, found.id, [...members.keys()]),
  ]);
  const seesEverybody = classReach(tx.actor.role) === "organization";
  const firstLines = new Map<string, number>();
  let left = seatsLeft;
  const lines = asked.map(({ line, raw, name, email, isMalformed, userIds }): EnrollmentLine => {
    const known = userIds.flatMap((id) => members.get(id) ?? []);
    const [member] = known;
    const written = { line, raw, name, email, userId: null, firstLine: null };
    if (isMalformed) return { ...written, verdict: "malformed" };
    if (!member) return { ...written, verdict: "not_found" };
    if (new Set(userIds).size > 1) return { ...written, verdict: "ambiguous" };
    const firstLine = firstLines.get(member.id) ?? null;
    firstLines.set(member.id, firstLine ?? line);
    const place = places.get(member.id);
    const refusal = studentRefusal(member);
    // A coach learns of nobody but students who is at the school.
    if (refusal === "not_student" && !seesEverybody) return { ...written, verdict: refusal };
    const said = { ...written, name: member.name, email: member.email, userId: member.id, firstLine };
    if (firstLine !== null) return { ...said, verdict: "repeated" };
    if (refusal) return { ...said, verdict: refusal };
    if (place) return { ...said, verdict: place.state === "active" ? "already_enrolled" : "already_waiting" };
    left -= 1;
    const verdict: EnrollmentVerdict = left >= 0 ? "enroll" : "wait";
    return { ...said, verdict };
  });
  return { lines, seatsLeft };
}
