import { readdirSync, readFileSync } from "node:fs";
import { createFormatter, createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { AUDIT_KINDS, auditKindOf } from "@/domain/audit-list";
import { MASKED } from "@/domain/audit-mask";
import { MATRICULA_COLUMNS } from "@/domain/matricula/columns";
import { SETTING_KEYS } from "@/domain/setting-list";
import en from "../../../messages/en.json";
import es from "../../../messages/es.json";
import { changedFields, eventText, NOTHING, RETIRED_ACTIONS } from "./event-words";
import { fieldLabel, valueWords } from "./value-words";
import { looseTranslator, type WordTools } from "./words";

function toolsOf(locale: "en-GB" | "es-VE"): WordTools {
  const messages = locale === "en-GB" ? en : es;
  const onError = (error: Error) => {
    throw error;
  };
  return {
    t: looseTranslator(createTranslator({ locale, messages, onError })),
    format: createFormatter({ locale, timeZone: "UTC" }),
    moment: (date) => date.toISOString().slice(0, 16),
    calendarDay: (iso) => iso,
  };
}

const PREFIXES = Object.values(AUDIT_KINDS).flat();
const LITERAL = new RegExp(`"((?:${PREFIXES.join("|")})\\.[a-z_]+)"`, "g");
/** Words of refusals and names of settings look like actions. */
const NO_ACTION = /DomainError\([^)]*\)|action(?:s)?: readonly|key === "[^"]+"/g;

/** Every action that a verb records, read from the source. */
function recordedActions(): string[] {
  const files = ["src/server/services", "src/server/jobs", "src/server/operator"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
  );
  const found = files
    .filter((file) => /(?<!\.test)\.ts$/.test(file))
    .flatMap((file) => {
      const source = readFileSync(file, "utf8").replace(NO_ACTION, "");
      return [...source.matchAll(LITERAL)].map(([, action = ""]) => action);
    });
  return [...new Set(found)].filter((word) => !isOther(word)).sort();
}

/** Fields of the Matrícula and keys of errors are written alike. */
function isOther(word: string): boolean {
  const [subject = "", rest = ""] = word.split(".");
  const errors: Record<string, unknown> = en.errors;
  const below = errors[subject];
  const isError = typeof below === "object" && below !== null && rest in below;
  return isError || MATRICULA_COLUMNS.some(({ field }) => field === word);
}

describe.each(["en-GB", "es-VE"] as const)("in %s", (locale) => {
  const tools = toolsOf(locale);
  const event = { actorName: "Olivia", subjectName: "Alex", before: null, after: null };

  it.each([...recordedActions(), ...RETIRED_ACTIONS])("%s has words", (action) => {
    expect(tools.t.has(`audit.${action}`), action).toBe(true);
    expect(auditKindOf(action)).toBeDefined();
    // Also where an older event lacks what the sentence names.
    expect(eventText({ ...event, action }, tools)).toMatch(/^[^{}<>]+$/);
  });

  it("has something for every gap of its sentences", () => {
    const messages = JSON.stringify((locale === "en-GB" ? en : es).audit);
    const gaps = new Set([...messages.matchAll(/\{(\w+)[,}]/g)].map(([, name = ""]) => name));
    const filled = [...Object.keys(NOTHING), "action", "subject", "from", "to", "fields"];
    expect([...gaps].filter((name) => !filled.includes(name))).toEqual([]);
  });

  it.each(SETTING_KEYS)("the setting %s has a name", (key) => {
    expect(fieldLabel(key, tools)).not.toBe(key);
  });

  it("says what is unknown as it is, and breaks on nothing", () => {
    const other = {
      ...event,
      action: "time.travelled",
      after: { "a.b": 1, "<b>": "{x}", deep: { to: [null] } },
    };
    expect(eventText(other, tools)).toContain("time.travelled");
    expect(eventText({ ...event, action: "audit.events.all", before: 7 }, tools)).toContain("audit.events");
    expect(eventText({ ...event, action: "user" }, tools)).toContain("user");
    expect(eventText({ ...event, action: "user.suspended", subjectName: "<b>{Bob}" }, tools)).toContain(
      "<b>{Bob}",
    );
    expect(fieldLabel("unheardOf", tools)).toBe("unheardOf");
    expect(fieldLabel("values.status", tools)).toBe("values.status");
    expect(valueWords("unheardOf", { a: [1, "x"] }, tools)).toContain("x");
  });
});

describe("words", () => {
  const english = toolsOf("en-GB");
  const spanish = toolsOf("es-VE");
  const changed = {
    action: "user.role_changed",
    actorName: "Olivia",
    subjectName: "Alex",
    before: { role: "STUDENT" },
    after: { role: "COACH" },
  };

  it("tell an event in a sentence of the reader's language", () => {
    expect(eventText(changed, english)).toBe("Changed the role of Alex from Student to Coach");
    expect(eventText(changed, spanish)).toBe("Cambió el rol de Alex de Estudiante a Docente");
    const edited = { ...changed, action: "class.updated", subjectName: "Maths" };
    expect(
      eventText(
        { ...edited, before: { name: "M", capacity: 3 }, after: { name: "M", capacity: 4 } },
        english,
      ),
    ).toBe("Changed the class Maths: capacity");
    expect(changedFields({ coached: [], motto: "", lead: "Ana" }, { role: "COACH", lead: "Ana" })).toEqual([
      "role",
    ]);
    const counted = { ...changed, action: "user.exported", after: { count: 1 } };
    expect(eventText(counted, english)).toBe("Exported the list of 1 person");
  });

  it("say values as the screens do", () => {
    const id = "01936d2e-7f5c-7000-8000-000000000000";
    const said = (field: string, value: unknown, names?: Record<string, string>) =>
      valueWords(field, value, spanish, names);
    expect(said("role", "ORG_ADMIN")).toBe("Administración del colegio");
    expect(said("invitations.coachRoles", ["STUDENT", "PARENT"])).toBe("Estudiante y Representante");
    expect(said("status", "suspended")).toBe("En pausa");
    expect(said("region.weekStart", "monday")).toBe("Lunes");
    expect(said("plan", "ENTERPRISE")).toBe("Institucional");
    expect(said("isOpen", true)).toBe("Sí");
    expect(said("capacity", 1200)).toBe("1.200");
    expect(said("from", "2026-03-01")).toBe("2026-03-01");
    expect(said("until", "2026-03-01T12:30:00.000Z")).toBe("2026-03-01T12:30");
    expect(said("coached", [{ classId: id, isLead: true }], { [id]: "Maths" })).toBe("Maths (la dirige)");
    expect(said("lead", { id, name: "Ana" })).toBe("Ana");
    expect(said("userId", id, {})).toBe("(ya no está)");
    expect(said("userId", id)).toBe(id);
    expect(said("motto", "")).toBe("");
    expect(said("passwordHash", MASKED)).toBe("oculto");
    expect(said("name", "constructor")).toBe("constructor");
  });
});
