import { afterAll, expect, test, vi } from "vitest";
import { globalsOf, type Open } from "../../scripts/cli/context";
import { program } from "../../scripts/cli/index";
import { report } from "../../scripts/cli/output";
import { makeOldSchool, oldRows } from "./old-school";

const school = await makeOldSchool({ people: 60 });
afterAll(() => school.drop());

/** Runs `adopt …` in this process. */
async function adopt(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const err = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const open: Open = (command, run) => run({ urls: school.urls, applied: [], ...globalsOf(command) });
  const code = await program(open)
    .parseAsync(["node", "cli", "adopt", ...args])
    .then(() => 0, report);
  const said = ({ mock }: typeof out) => mock.calls.map((parts) => parts.join(" ")).join("\n");
  const answer = { code, out: said(out), err: said(err) };
  out.mockRestore();
  err.mockRestore();
  return answer;
}

async function json(...args: string[]): Promise<unknown> {
  const { code, out } = await adopt(...args, "--json");
  expect(code).toBe(0);
  return JSON.parse(out);
}

test("the command line leads through the phases and back", async () => {
  const before = await oldRows(school);
  expect(await json("status")).toMatchObject({ phase: "none", tables: [] });
  expect(await adopt("backfill")).toMatchObject({
    code: 1,
    out: "",
    err: expect.stringMatching(/^Adopting has not begun/),
  });
  expect(await adopt("expand", "--slug", "No slug")).toMatchObject({
    code: 1,
    err: expect.stringContaining("cannot be a school's slug"),
  });

  const expanded = await adopt("expand", "--slug", "samanes", "--name", "Los Samanes");
  expect(expanded).toMatchObject({ code: 0, out: "Expanded: `adopt backfill` is next." });
  expect(expanded.err).toContain("trigger on class_members: done");
  expect((await adopt("backfill", "--batch-size", "0")).err).toBe(
    "--batch-size is a number from 1 to 10000.",
  );
  expect((await adopt("backfill", "--batch-size", "25")).err).toMatch(
    /users: 25 carried\n(.*\n)*users: 60 carried/,
  );
  expect(await json("status")).toMatchObject({
    phase: "backfilled",
    oldSchema: "public",
    tables: [
      { table: "users", rows: 60, carried: 60 },
      { table: "classes", rows: 10, carried: 10 },
      { table: "class_members" },
      { table: "workspaces", rows: 60, carried: 60 },
      { table: "invitations", rows: 60, carried: 60 },
    ],
    problems: [],
    mergedRows: 0,
    passwordsToChoose: 6,
  });
  expect((await adopt("status")).out).toMatch(
    /^Phase: backfilled\n\ntable +name +rows +carried\nusers +users +60 +60/,
  );

  expect(await json("contract")).toMatchObject({
    phase: "contracted",
    tables: expect.arrayContaining([
      { table: "users", before: 60, after: 60, checksum: expect.stringMatching(/^[0-9a-f]{32}$/) },
    ]),
  });
  expect((await adopt("status")).out).toContain("users_before_homeroom");
  expect(await adopt("contract")).toMatchObject({
    code: 1,
    err: "Adopting is contracted: `adopt contract` has nothing to do there.",
  });
  expect(await json("rollback")).toEqual({ phase: "backfilled", leftBehind: {} });
  expect((await adopt("rollback")).out).toBe("Rolled back: nothing of the tool is left.");
  expect(await oldRows(school)).toEqual(before);
});
