import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read, utils } from "@e965/xlsx";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test, vi } from "vitest";
import { auditEvents } from "@/db/schema/core/audit";
import { invitations } from "@/db/schema/core/invitations";
import { schoolInvitations } from "@/db/schema/core/onboarding";
import { organizations } from "@/db/schema/core/organizations";
import { MATRICULA_COLUMNS } from "@/domain/matricula/columns";
import { globalsOf, type Open } from "../scripts/cli/context";
import { program } from "../scripts/cli/index";
import { report } from "../scripts/cli/output";
import expected from "./fixtures/invitees-250.expected.json";
import { useTestDatabase } from "./support/database";
import { asOperator } from "./support/operator";
import { newEmail } from "./support/people";
import { makeSchool } from "./support/schools";
import { addStudentRecords } from "./support/student-records";

const { urls } = await useTestDatabase({ demo: true });

const LIST = "tests/fixtures/invitees-250.csv";
const folder = mkdtempSync(join(tmpdir(), "homeroom-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Answer = { code: number; out: string; err: string };

/** Runs a command in this process, which spares the time of starting one. */
async function cli(...args: string[]): Promise<Answer> {
  const out = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const err = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const help: string[] = [];
  const open: Open = (command, run) => run({ urls, applied: [], ...globalsOf(command) });
  const commands = program(open);
  for (const each of [commands, ...commands.commands.flatMap((noun) => [noun, ...noun.commands])])
    each.configureOutput({ writeOut: (text) => help.push(text), writeErr: () => undefined });
  const code = await commands.parseAsync(["node", "cli", ...args]).then(() => 0, report);
  const said = ({ mock }: typeof out) => mock.calls.map((parts) => `${parts.join(" ")}\n`).join("");
  const answer = { code, out: said(out) + help.join(""), err: said(err) };
  out.mockRestore();
  err.mockRestore();
  return answer;
}

/** Runs it as an operator of a server of their own does. */
function spawned(...args: string[]): Promise<Answer> {
  const env = { ...process.env, DATABASE_OWNER_URL: urls.owner, DATABASE_URL: urls.app };
  return new Promise((resolve) => {
    execFile(process.execPath, ["scripts/cli.mjs", ...args], { env }, (error, out, err) => {
      const code = typeof error?.code === "number" ? error.code : error ? -1 : 0;
      resolve({ code, out, err });
    });
  });
}

async function json(...args: string[]): Promise<unknown> {
  return parsed(await cli(...args, "--json"));
}

function parsed({ code, out, err }: Answer): unknown {
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return JSON.parse(out);
}

/** What a mistake is told with: one line on standard error, nothing on standard output. */
async function mistake(...args: string[]): Promise<string> {
  const { code, out, err } = await cli(...args);
  expect({ code, out, lines: err.trim().split("\n").length }).toEqual({ code: 1, out: "", lines: 1 });
  return err.trim();
}

describe("schools and users", () => {
  test("are listed, for people and for programs", async () => {
    expect(await json("schools", "list")).toMatchObject([
      { slug: "stemblock", kind: "master", isDefault: true, userCount: 15 },
      { slug: "andres-bello", kind: "guest", placement: "school_andres_bello", userCount: 9 },
    ]);
    const { out } = await cli("users", "list", "--school", "stemblock", "--role", "coach");
    expect(out.split("\n")[0]).toMatch(/^email +name +role +tier +status +classes +joinedAt$/);
    expect(out).toMatch(/coach@test\.com +Carlos Coach +COACH +COMMUNITY +active +Robotics 1 /);
    expect(await json("users", "list", "--school", "andres-bello", "--search", "direccion")).toMatchObject([
      { email: "direccion@andres-bello.example", role: "ORG_ADMIN" },
    ]);
  });

  test("are created, given roles and suspended, and the log names the command line", async () => {
    const email = newEmail();
    const at = ["--school", "andres-bello", "--email", email];
    expect(await json("users", "create", ...at, "--name", "Ana Peña", "--role", "COACH")).toEqual({
      id: expect.any(String),
      email,
      role: "COACH",
      isNewAccount: true,
    });
    expect(await mistake("users", "create", ...at, "--name", "Ana", "--role", "COACH")).toBe(
      `${email} belongs to this school already.`,
    );
    expect((await cli("users", "set-role", ...at, "--role", "STUDENT")).out).toContain(
      "has the role Student",
    );
    expect(await json("users", "suspend", ...at)).toMatchObject({ email, status: "suspended" });
    const events = await asOperator(urls.operator, ({ db }) =>
      db.select().from(auditEvents).where(eq(auditEvents.actorName, "Command line")).orderBy(auditEvents.id),
    );
    expect(events.map(({ action }) => action)).toEqual([
      "user.created",
      "user.role_changed",
      "user.suspended",
    ]);
    expect(events.map(({ via }) => via)).toEqual(["cli", "cli", "cli"]);
  });

  test("answer a mistake with one line", async () => {
    const at = ["--school", "stemblock"];
    const answers = [
      await mistake("users", "list"),
      await mistake("users", "list", "--school", "nowhere"),
      await mistake("users", "list", ...at, "--role", "wizard"),
      await mistake("users", "suspend", ...at, "--email", "nobody@test.com"),
      await mistake("users", "suspend", ...at, "--email", "nobody"),
      await mistake("users", "set-role", ...at, "--email", "orgadmin@test.com", "--role", "COACH"),
      await mistake("invitations", "send", ...at, "--file", join(folder, "absent.csv")),
    ];
    expect(answers).toEqual([
      "Say which school: --school SLUG.",
      "There is no school nowhere: `schools list` shows them.",
      "There is no role wizard: choose among STUDENT, PARENT, COACH, ORG_ADMIN, ADMIN.",
      "Nobody at stemblock has the address nobody@test.com.",
      "nobody: The address has no @.",
      expect.stringMatching(/^orgadmin@test\.com: Is the only active admin/),
      expect.stringMatching(/absent\.csv cannot be read: ENOENT\.$/),
    ]);
    const help = await cli("users", "create", "--help");
    expect(help.code).toBe(0);
    for (const word of ["--school", "--email", "--name", "--role", "--json", "password"])
      expect(help.out).toContain(word);
    expect((await cli("users", "create", ...at)).code).toBe(2);
  });
});

describe("invitations", () => {
  const invited = () => asOperator(urls.operator, ({ db }) => db.$count(invitations));
  const send = (...more: string[]) =>
    json("invitations", "send", "--school", "stemblock", "--file", LIST, ...more);

  test("of the real list come out line by line, dry and in earnest, and not a second time", async () => {
    const dry = await send("--dry-run");
    expect(await invited()).toBe(0);
    expect(dry).toEqual({
      rows: expected.rows,
      invited: expected.invited,
      refused: expected.refused.map(({ line }) => ({
        line,
        code: expect.any(String),
        reason: expect.stringMatching(/^[A-Z]/),
      })),
    });
    expect(await send()).toEqual(dry);
    expect(await invited()).toBe(expected.invited);
    expect(await send()).toMatchObject({ rows: expected.rows, invited: 0 });
    expect(await invited()).toBe(expected.invited);
  });

  test("take a role for lines without one, and say what they refuse in words", async () => {
    const file = join(folder, "list.csv");
    writeFileSync(
      file,
      "email,class\r\nOne@people.example,\r\n\r\none@people.example,\r\ntwo@people.example,Nowhere\r\n",
    );
    const at = ["invitations", "send", "--school", "andres-bello", "--file", file];
    expect(await json(...at, "--role", "estudiante")).toEqual({
      rows: 3,
      invited: 1,
      refused: [
        { line: 4, code: "repeated", reason: "Same address as line 2" },
        { line: 5, code: "unknown_class", reason: "Your school has no class with this name" },
      ],
    });
    const { out } = await cli(...at);
    expect(out).toContain("0 of 3 invited");
    expect(out).toContain("Write a role on the line");
  });
});

describe("a list of schools", () => {
  const invited = () => asOperator(urls.operator, ({ db }) => db.$count(schoolInvitations));

  test("is judged, dry and in earnest, and not sent a second time", async () => {
    const file = join(folder, "schools.csv");
    writeFileSync(
      file,
      "Nombre;Subdominio;Contacto;Plan\r\nColegio Uno;uno;uno@uno.example;Pro\r\n\r\n" +
        "Colegio Dos;andres-bello;dos@dos.example;\r\nColegio Tres;;tres;\r\n" +
        "Colegio Cuatro;www;c@cuatro.example;Oro\r\ncolegio uno;;uno@uno.example;\r\n",
    );
    const send = (...more: string[]) => json("schools", "import", "--file", file, ...more);
    const before = await invited();
    const dry = await send("--dry-run");
    expect(await invited()).toBe(before);
    expect(dry).toEqual({
      total: 5,
      invited: 1,
      failed: [
        {
          row: 4,
          code: "slug_taken",
          field: "slug",
          value: "andres-bello",
          reason: "Another school has this subdomain, or had it",
        },
        {
          row: 5,
          code: "malformed_email",
          field: "email",
          value: "tres",
          reason: "The address has no @.",
        },
        {
          row: 6,
          code: "slug_reserved",
          field: "slug",
          value: "www",
          reason: "This name is kept for the platform. Choose another.",
        },
        { row: 7, code: "repeated", field: "name", value: "colegio uno", reason: "The same as line 2" },
      ],
    });
    expect(await send()).toEqual(dry);
    expect(await invited()).toBe(before + 1);
    expect(await send()).toMatchObject({ total: 5, invited: 0 });
    const { out } = await cli("schools", "import", "--file", file);
    expect(out).toContain("0 of 5 invited");
    expect(await mistake("schools", "import", "--file", LIST)).toBe(
      "This is a list of people: it has a column for roles or classes. Schools need name and contact.",
    );
    expect(await mistake("schools", "import", "--file", file, "--language", "fr")).toMatch(
      /^There is no lang/,
    );
  });
});

describe("the audit log", () => {
  test("is verified: nothing was changed, and where the platform's chain ends; or what was, and ends with 1", async () => {
    expect(await json("audit", "verify")).toMatchObject({ chains: expect.any(Number), faults: [] });
    const sound = await json("audit", "verify");
    expect(sound).toMatchObject({ faults: [], head: expect.stringMatching(/^\d+:[0-9a-f]{64}$/) });
    const { head } = sound as { head: string };
    expect(await json("audit", "verify", "--head", head)).toMatchObject({ faults: [], head });
    expect(await mistake("audit", "verify", "--head", "12")).toMatch(/^12 is no head/);

    const [event] = await asOperator(urls.operator, ({ db }) =>
      db
        .update(auditEvents)
        .set({ subjectName: "Somebody else" })
        .where(eq(auditEvents.action, "user.created"))
        .returning(),
    );
    const fault = { chain: event?.organizationId, position: 1, eventId: event?.id, fault: "edited" };
    for (const at of [[], ["--school", "andres-bello"]]) {
      const { code, out, err } = await cli("audit", "verify", "--json", ...at);
      expect({ code, err }).toEqual({ code: 1, err: "" });
      expect(JSON.parse(out)).toMatchObject({ faults: [fault] });
    }
    expect(await cli("audit", "verify")).toMatchObject({ code: 1, out: expect.stringContaining("1 fault.") });
    expect(await json("audit", "verify", "--school", "stemblock")).toMatchObject({ chains: 1, faults: [] });
  });
});

describe("as a process of its own", () => {
  test("answers on standard output and ends with 0, or on standard error and ends with 1", async () => {
    const at = ["invitations", "send", "--school", "stemblock", "--dry-run", "--json", "--file"];
    expect(parsed(await spawned(...at, LIST))).toMatchObject({ rows: expected.rows, invited: 0 });
    const absent = await spawned(...at, join(folder, "absent.csv"));
    expect(absent).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringMatching(/cannot be read: ENOENT\.\n$/),
    });
  }, 120_000);
});

describe("the end of a school", () => {
  test("is asked for by its slug, twice, taken back, and asked for again", async () => {
    const { slug, id } = await makeSchool(urls.operator);
    const state = async () => {
      const [row] = await asOperator(urls.operator, ({ db }) =>
        db.select({ status: organizations.status }).from(organizations).where(eq(organizations.id, id)),
      );
      return row?.status;
    };
    expect(await mistake("schools", "delete", "--slug", slug, "--confirm", "another")).toBe(
      "This is not the school's address. Write it as it stands above.",
    );
    expect(await mistake("schools", "restore", "--slug", slug)).toBe("This school is not deleted.");
    expect(await mistake("schools", "purge", "--slug", slug, "--now")).toMatch(/is not to be erased/);
    expect(await json("schools", "delete", "--slug", slug, "--confirm", slug)).toMatchObject({
      slug,
      status: "inactive",
    });
    expect(await json("schools", "restore", "--slug", slug)).toEqual({ slug, status: "active" });
    expect(await state()).toBe("active");
    await json("schools", "delete", "--slug", slug, "--confirm", slug);
    expect(await mistake("schools", "purge", "--slug", slug)).toMatch(/is not to be erased/);
    expect(await json("schools", "purge", "--slug", slug, "--now")).toMatchObject({
      slug,
      tables: expect.arrayContaining([{ table: "core.users", rows: 5 }]),
      bytes: 0,
    });
    expect(await state()).toBeUndefined();
    expect(await mistake("schools", "purge", "--slug", slug, "--now")).toMatch(/There is no school/);
  });
});

describe("students", () => {
  test("are written as the Matrícula; the file is one that spreadsheet programs open", async () => {
    const school = await makeSchool(urls.operator);
    const { word } = await asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(school.placement);
      return addStudentRecords(tx, school);
    });
    const out = join(folder, "matricula.xlsx");
    const at = ["students", "export", "--school", school.slug, "--out", out];
    const opened = () => {
      const { SheetNames, Sheets } = read(readFileSync(out));
      const sheet = Sheets[SheetNames[0] ?? ""];
      return sheet ? utils.sheet_to_json<unknown[]>(sheet, { header: 1 }) : [];
    };
    const told = { file: out, students: 2, columns: 122, year: "2025-2026" };
    expect(await json(...at)).toEqual({ ...told, health: false, income: false });
    expect(opened().slice(0, 3)).toEqual([
      [expect.stringMatching(/ — Lista de estudiantes$/)],
      ["Matrícula 2025-2026"],
      MATRICULA_COLUMNS.map(({ header }) => header),
    ]);
    expect(opened()).toHaveLength(5);
    expect(JSON.stringify(opened())).not.toContain(`Maní ${word}`);
    expect(await json(...at, "--health", "--income", "--year", "2025-2026")).toMatchObject({ health: true });
    expect(opened()[3]).toEqual(expect.arrayContaining([`Maní ${word}`, 1234.5]));
    expect((await cli(...at)).out).toBe(`${out}: 2 students in 122 columns.\n`);
    expect(await mistake(...at, "--year", "1999-2000")).toMatch(/^There is no school year 1999-2000 at /);
    expect(await mistake(...at.slice(0, -1), join(folder, "none", "x.xlsx"))).toMatch(/ cannot be written: /);
  });
});

describe("a Matrícula", () => {
  const at = ["--school", "andres-bello"];
  const send = (file: string, ...more: string[]) =>
    json("students", "import", ...at, "--file", `tests/fixtures/${file}`, ...more);
  const clean = { total: 215, failed: [], representatives: 360, families: 161, links: 477 };

  test("is tried, imported, told as known the second time, listed and undone", async () => {
    const before = (await json(
      "students",
      "import",
      ...at,
      "--file",
      "tests/fixtures/matricula-215.xls",
      "--dry-run",
    )) as {
      created: number;
    };
    expect(before).toMatchObject({ ...clean, created: 215, updated: 0, unchanged: 0 });
    const first = (await send("matricula-215.xls")) as { id: string };
    expect(first).toMatchObject({ ...clean, state: "done", created: 215, updated: 0, unchanged: 0 });
    expect(await send("matricula-215.xls")).toMatchObject({
      ...clean,
      created: 0,
      updated: 0,
      unchanged: 215,
    });
    const list = (await json("imports", "list", ...at)) as { id: string; state: string }[];
    expect(list.map(({ state }) => state)).toEqual(["done", "done", "cancelled"]);
    const would = (await json("imports", "undo", ...at, first.id, "--dry-run")) as { reverted: number };
    expect(would).toMatchObject({ id: first.id, state: "done", kept: [] });
    expect(await json("imports", "undo", ...at, first.id)).toEqual({ ...would, state: "undone" });
    expect(await mistake("imports", "undo", ...at, first.id)).toBe("This import was undone.");
  });

  test("with bad rows goes in without them, and each is told with its cell and reason", async () => {
    const answer = (await send("matricula-dirty-300.xls")) as { failed: { row: number }[] };
    expect(answer).toMatchObject({ total: 298, created: 290, updated: 0, unchanged: 0, links: 641 });
    expect(answer.failed).toEqual([
      expect.objectContaining({
        row: 112,
        cell: "P112",
        column: "Fecha de nacimiento",
        code: "matricula.missing",
      }),
      expect.objectContaining({ row: 145, cell: "B145", column: "Grado", code: "matricula.missing" }),
      expect.objectContaining({
        row: 164,
        cell: "P164",
        value: "31/02/2014",
        code: "identity.dayImpossible",
      }),
      expect.objectContaining({ row: 199, cell: "N199", value: "V-12AB", code: "identity.cedulaLetters" }),
      expect.objectContaining({ row: 213, cell: "R213", value: "X?", code: "identity.genderUnknown" }),
      expect.objectContaining({ row: 221, cell: "P221", value: "01/01/2031", code: "identity.birthFuture" }),
      expect.objectContaining({ row: 255, cell: "P255", value: "", code: "matricula.missing" }),
      expect.objectContaining({
        row: 292,
        cell: "P292",
        value: "31/02/2014",
        code: "identity.dayImpossible",
      }),
    ]);
  });

  test("that is none is told in one line", async () => {
    const path = join(folder, "list.xls");
    writeFileSync(path, "%PDF-1.7");
    expect(await mistake("students", "import", ...at, "--file", path)).toMatch(/^This is not an \.xls/);
    writeFileSync(path, "a,b\n1,2\n");
    expect(await mistake("students", "import", ...at, "--file", path)).toMatch(/No row of headings/);
    writeFileSync(path, "Nombre,Apellido,Cédula,Sexo\nAna,Gil,1234567,F\n");
    expect(await mistake("students", "import", ...at, "--file", path)).toMatch(
      /no column was found for Grado, Sección, Fecha de nacimiento\.$/,
    );
    writeFileSync(path, Buffer.alloc(26_000_000, "a"));
    expect(await mistake("students", "import", ...at, "--file", path)).toMatch(/larger than 25 MB/);
    expect(await mistake("imports", "undo", ...at, "7")).toMatch(/no id of an import/);
  });
});
