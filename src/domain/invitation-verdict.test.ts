import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { foldText } from "@/lib/text-keys";
import expected from "../../tests/fixtures/invitees-250.expected.json";
import { parseInvitationList } from "./invitation-list";
import {
  countVerdicts,
  type InvitationFacts,
  isRefused,
  judgeInvitations,
  type VerdictCode,
} from "./invitation-verdict";

const fixture = readFileSync(new URL("../../tests/fixtures/invitees-250.csv", import.meta.url), "utf8");
const NAMES = ["Robotics 1", "Robotics 2", "Physics 9A", "Maths 7B"];
const classesByKey = new Map(
  [
    ...NAMES.map((name) => ({ id: `id of ${name}`, name, archived: false })),
    { id: "old", name: "Latin", archived: true },
  ].map((known) => [foldText(known.name), known]),
);
const facts: InvitationFacts = {
  inviterRole: "ORG_ADMIN",
  memberEmails: new Set(["coach@test.com"]),
  classesByKey,
  defaults: {},
};

function judge(text: string, changed: Partial<InvitationFacts> = {}) {
  const all = { ...facts, ...changed };
  const parsed = parseInvitationList(text, { classNames: all.classesByKey });
  if (!parsed.ok) throw new Error(parsed.reason);
  return judgeInvitations(parsed.entries, all);
}
const codes = (text: string, changed?: Partial<InvitationFacts>) =>
  judge(text, changed).map(({ code }) => code);

const WHY: Partial<Record<VerdictCode, string>> = {
  already_member: "already a member",
  repeated: "repeated in this list",
  malformed: "malformed e-mail",
  role_not_allowed: "role that an org admin may not give",
  unknown_role: "unknown role",
  unknown_class: "unknown class",
};

describe("the real list", () => {
  it("gets the expected verdict on every line", () => {
    const verdicts = judge(fixture);
    expect(verdicts).toHaveLength(expected.rows);
    expect(verdicts.filter(({ code }) => code === "new")).toHaveLength(expected.invited);
    const refused = verdicts.filter(({ code }) => isRefused(code));
    expect(refused.map(({ line, code }) => ({ line, ok: false, why: WHY[code] }))).toEqual(expected.refused);
  });

  it("is all kept, refusals apart, when it is sent a second time", () => {
    const sent = new Set(judge(fixture).flatMap(({ code, email }) => (code === "new" ? [email] : [])));
    expect(countVerdicts(judge(fixture, { pendingEmails: sent }))[0]).toEqual({
      code: "already_invited",
      count: expected.invited,
    });
  });
});

describe("judgeInvitations", () => {
  it("judges membership before repetition, and repetition before role and class", () => {
    expect(codes("coach@test.com\n COACH@test.com ", { defaults: { role: "STUDENT" } })).toEqual([
      "already_member",
      "already_member",
    ]);
    expect(judge("email,role,class\na@x.example,WIZARD,\nA@X.example,ADMIN,Nowhere\n")).toMatchObject([
      { code: "unknown_role" },
      { code: "repeated", firstLine: 2 },
    ]);
    expect(codes("email,role,class\na@x.example,WIZARD,Nowhere\nb@x.example,ADMIN,Nowhere")).toEqual([
      "unknown_role",
      "role_not_allowed",
    ]);
  });

  it("takes role and class of the form where a line gives none", () => {
    const defaults = { role: "PARENT", classId: "id of Robotics 1" } as const;
    expect(
      judge("a@x.example\nb@x.example, student\nc@x.example, coach\nd@x.example, docente, robotics 2", {
        defaults,
      }),
    ).toMatchObject([
      { role: "PARENT", className: "Robotics 1", code: "new" },
      { role: "STUDENT", className: "Robotics 1", code: "new" },
      { role: "COACH", classId: null, code: "new" },
      { role: "COACH", className: "Robotics 2", code: "new" },
    ]);
    expect(codes("a@x.example")).toEqual(["missing_role"]);
    expect(codes("a@x.example", { defaults: { role: "PARENT", classId: "gone" } })).toEqual([
      "unknown_class",
    ]);
  });

  it("knows roles in Spanish and classes without accents and case", () => {
    expect(
      judge("email,rol,clase\na@x.example,Representante,MATHS  7b\nb@x.example,estudiante,latin"),
    ).toMatchObject([
      { role: "PARENT", className: "Maths 7B", code: "new" },
      { role: "STUDENT", code: "class_archived" },
    ]);
    expect(codes("email,role\na@x.example,administrador")).toEqual(["unknown_role"]);
  });

  it("lets a coach invite students and parents into their own classes only", () => {
    const coach = { inviterRole: "COACH", allowedClassIds: new Set(["id of Robotics 1"]) } as const;
    const list =
      "email,role,class\na@x.example,student,Robotics 1\nb@x.example,coach,Robotics 1\nc@x.example,parent,Robotics 2\nd@x.example,parent,";
    expect(codes(list, coach)).toEqual(["new", "role_not_allowed", "class_not_allowed", "missing_class"]);
  });

  it("tells why an address is malformed and keeps it as written", () => {
    expect(judge('"e@x"@y\npaula@example')).toMatchObject([
      { code: "malformed", problem: "severalAt", email: '"e@x"@y' },
      { code: "malformed", problem: "noDomainEnding", email: "paula@example" },
    ]);
  });

  it("lets an ADMIN give any role", () => {
    expect(codes("a@x.example, admin", { inviterRole: "ADMIN" })).toEqual(["new"]);
  });
});

describe("what the school lets coaches invite", () => {
  const coach = { inviterRole: "COACH", allowedClassIds: new Set(["id of Physics 9A"]) } as const;
  const lines = "a@x.example,student,Physics 9A\nb@x.example,parent,Physics 9A\nc@x.example,coach,Physics 9A";
  const head = "email,role,class\n";

  it.each([
    [
      ["STUDENT", "PARENT"],
      ["new", "new", "role_not_allowed"],
    ],
    [["PARENT"], ["role_not_allowed", "new", "role_not_allowed"]],
    [[], ["role_not_allowed", "role_not_allowed", "role_not_allowed"]],
    // A coach gives no more than a coach may, whatever the school sets.
    [
      ["STUDENT", "COACH"],
      ["new", "role_not_allowed", "role_not_allowed"],
    ],
  ] as const)("%j: %j", (allowedRoles, expectedCodes) => {
    expect(codes(head + lines, { ...coach, allowedRoles })).toEqual(expectedCodes);
  });
});
