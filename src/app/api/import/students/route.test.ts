import { beforeAll, expect, test } from "vitest";
import type { Role } from "@/domain/roles";
import { IMPORT_LIMITS } from "@/domain/student-import-list";
import { sessionCookie } from "@/server/auth/cookies";
import { getImport } from "@/server/services/student-import";
import { useTestDatabase } from "../../../../../tests/support/database";
import { makeSchool, type TestSchool } from "../../../../../tests/support/schools";
import { openSession } from "../../../../../tests/support/sessions";
import { goodRow, matriculaFile } from "../../../../../tests/support/student-imports";
import { POST } from "./route";

const { urls } = await useTestDatabase();
const HOST = "localhost:3000";
const ADDRESS = `http://${HOST}/api/import/students`;

let school: TestSchool;
beforeAll(async () => {
  school = await makeSchool(urls.operator);
});

async function cookieOf(role: Role): Promise<string> {
  const line = await sessionCookie(await openSession(urls.operator, school.people[role]));
  return line.split(";")[0] ?? "";
}

async function send(
  body: BodyInit,
  {
    role,
    headers = {},
    name = "matr%C3%ADcula.xlsx",
  }: { role?: Role; headers?: Record<string, string>; name?: string },
) {
  const request = new Request(`${ADDRESS}?name=${name}`, {
    ...{ method: "POST", body, duplex: "half" },
    headers: { host: HOST, cookie: role ? await cookieOf(role) : "", ...headers },
  } as RequestInit);
  const answer = await POST(request);
  return { status: answer.status, body: await answer.json() };
}

/** A body that is made as it is read; how much was asked for is counted. */
function endless(): { stream: ReadableStream<Uint8Array>; read: () => number } {
  let length = 0;
  const part = new Uint8Array(1_000_000);
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      length += part.length;
      controller.enqueue(part);
    },
  });
  return { stream, read: () => length };
}

test("takes a file in from who may import students, and from nobody else", async () => {
  const file = new Uint8Array(matriculaFile([goodRow(1)]));
  const sent = await send(file, { role: "ORG_ADMIN" });
  expect(sent).toEqual({ status: 200, body: { id: expect.any(String) } });
  const found = await getImport(school.actor(school.people.ORG_ADMIN), sent.body);
  expect(found).toMatchObject({ fileName: "matrícula.xlsx", state: "reading", byteSize: file.length });
  expect(await send(file, {})).toMatchObject({ status: 401, body: { error: { key: "signIn" } } });
  for (const role of ["COACH", "PARENT", "STUDENT"] as const)
    expect(await send(file, { role })).toMatchObject({ status: 403, body: { error: { key: "forbidden" } } });
  const foreign = { origin: "https://elsewhere.example" };
  expect(await send(file, { role: "ORG_ADMIN", headers: foreign })).toMatchObject({ status: 403 });
});

test("refuses what is too large by what it declares, and by what comes, and reads no more of it", async () => {
  const tooLarge = { status: 413, body: { error: { key: "importFile.tooLarge", values: {} } } };
  const declared = endless();
  const headers = { "content-length": "200000000" };
  expect(await send(declared.stream, { role: "ORG_ADMIN", headers })).toEqual(tooLarge);
  expect(declared.read()).toBeLessThan(3_000_000);
  const silent = endless();
  expect(await send(silent.stream, { role: "ORG_ADMIN" })).toEqual(tooLarge);
  expect(silent.read()).toBeLessThan(IMPORT_LIMITS.bytes + 5_000_000);
  // Not a byte of who may not.
  const stranger = endless();
  expect(await send(stranger.stream, { role: "COACH" })).toMatchObject({ status: 403 });
  expect(stranger.read()).toBeLessThan(3_000_000);
});

test("says what is wrong with a file that is none", async () => {
  const refused = (key: string) => ({ status: 400, body: { error: { key, values: {} } } });
  expect(await send("%PDF-1.7", { role: "ORG_ADMIN" })).toEqual(refused("importFile.notASpreadsheet"));
  expect(await send(new Uint8Array(), { role: "ORG_ADMIN" })).toEqual(refused("importFile.empty"));
});
