import { foldText } from "@/lib/text-keys";
import { type EmailProblem, parseEmail } from "./email";
import type { InvitationEntry } from "./invitation-line";
import { findRole } from "./role-words";
import { mayGiveRole, type Role } from "./roles";

/** What would become of each line of a list, before anything is sent. */

export const VERDICT_CODES = [
  "new",
  "already_invited",
  "already_member",
  "repeated",
  "malformed",
  "missing_role",
  "unknown_role",
  "role_not_allowed",
  "missing_class",
  "unknown_class",
  "class_archived",
  "class_not_allowed",
] as const;
export type VerdictCode = (typeof VERDICT_CODES)[number];

export type InvitationVerdict = {
  line: number;
  /** Normalised when it is an address, else as written. */
  email: string;
  name: string;
  role: Role | null;
  /** As written, where it names no role. */
  roleText?: string;
  classId: string | null;
  /** The class's own name when it is known, else as written. */
  className: string;
  code: VerdictCode;
  /** Why an address is malformed. */
  problem?: EmailProblem;
  /** The line that a repeated address was first seen on. */
  firstLine?: number;
};

export type KnownClass = { id: string; name: string; archived: boolean };

/** What must be known of the school to judge a list, read at once: no look-up per line. */
export type InvitationFacts = {
  inviterRole: Role;
  /** What the school lets a coach invite: where given, no other role. */
  allowedRoles?: readonly Role[];
  /** Normalised addresses of the school's members among those of the list. */
  memberEmails: ReadonlySet<string>;
  /** Normalised addresses with a pending invitation of this school. */
  pendingEmails?: ReadonlySet<string>;
  /** By `foldText(name)`. */
  classesByKey: ReadonlyMap<string, KnownClass>;
  /** Classes a coach leads: where given, every line needs one of them. */
  allowedClassIds?: ReadonlySet<string>;
  /** Of the form, where a line gives none. */
  defaults: { role?: Role; classId?: string };
};

/** One verdict per entry, in order: address, membership, repetition, role, class; the first refusal counts. */
export function judgeInvitations(
  entries: readonly InvitationEntry[],
  facts: InvitationFacts,
): InvitationVerdict[] {
  const firstLines = new Map<string, number>();
  const classesById = new Map([...facts.classesByKey.values()].map((known) => [known.id, known]));
  return entries.map((entry) => {
    const parsed = parseEmail(entry.email);
    const role = entry.roleText === "" ? facts.defaults.role : findRole(entry.roleText);
    const { asked, known } = classOf(entry, role, facts, classesById);
    const verdict = {
      line: entry.line,
      email: parsed.ok ? parsed.email : entry.email,
      name: entry.name,
      role: role ?? null,
      ...(role === undefined && entry.roleText !== "" && { roleText: entry.roleText }),
      classId: known?.id ?? null,
      className: known?.name ?? entry.className,
    };
    if (!parsed.ok) return { ...verdict, code: "malformed", problem: parsed.reason };
    const firstLine = firstLines.get(parsed.email);
    firstLines.set(parsed.email, firstLine ?? entry.line);
    if (facts.memberEmails.has(parsed.email)) return { ...verdict, code: "already_member" };
    if (firstLine !== undefined) return { ...verdict, code: "repeated", firstLine };
    const refusal = roleRefusal(entry, role, facts) ?? classRefusal(asked, known, facts);
    if (refusal) return { ...verdict, code: refusal };
    return { ...verdict, code: facts.pendingEmails?.has(parsed.email) ? "already_invited" : "new" };
  });
}

/** A line without a class takes the form's, unless it names a role of its own for which a class would be a surprise. */
function classOf(
  entry: InvitationEntry,
  role: Role | undefined,
  facts: InvitationFacts,
  classesById: ReadonlyMap<string, KnownClass>,
): { asked: boolean; known?: KnownClass } {
  if (entry.className !== "")
    return { asked: true, known: facts.classesByKey.get(foldText(entry.className)) };
  const { classId, role: formRole } = facts.defaults;
  const expected = role === "STUDENT" || role === "PARENT" || role === formRole;
  if (classId === undefined || !expected) return { asked: false };
  return { asked: true, known: classesById.get(classId) };
}

function roleRefusal(
  entry: InvitationEntry,
  role: Role | undefined,
  facts: InvitationFacts,
): VerdictCode | undefined {
  if (role === undefined) return entry.roleText === "" ? "missing_role" : "unknown_role";
  const allowed = mayGiveRole(facts.inviterRole, role) && (facts.allowedRoles?.includes(role) ?? true);
  return allowed ? undefined : "role_not_allowed";
}

function classRefusal(
  asked: boolean,
  known: KnownClass | undefined,
  facts: InvitationFacts,
): VerdictCode | undefined {
  if (!known && asked) return "unknown_class";
  if (!known) return facts.allowedClassIds ? "missing_class" : undefined;
  if (facts.allowedClassIds && !facts.allowedClassIds.has(known.id)) return "class_not_allowed";
  return known.archived ? "class_archived" : undefined;
}

/** Whether a line with this verdict stays out. Whoever is invited already is too: sending a list twice mails nobody twice. */
export function isRefused(code: VerdictCode): boolean {
  return code !== "new";
}

/** How many lines got each verdict, codes without a line left out, in the order in which they are judged. */
export function countVerdicts(
  verdicts: readonly InvitationVerdict[],
): { code: VerdictCode; count: number }[] {
  const counts = new Map<VerdictCode, number>();
  for (const { code } of verdicts) counts.set(code, (counts.get(code) ?? 0) + 1);
  return VERDICT_CODES.flatMap((code) => {
    const count = counts.get(code);
    return count === undefined ? [] : [{ code, count }];
  });
}
