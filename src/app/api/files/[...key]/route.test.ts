import { expect, test, vi } from "vitest";
import { newId } from "@/lib/ids";
import { fileUrl, schoolKey, storage, studentKey } from "@/server/adapters/storage/storage";
import { GET } from "./route";

vi.stubEnv("DATABASE_URL", "postgres://app:x@127.0.0.1/x");
vi.stubEnv("WORKER_DATABASE_URL", "postgres://worker:x@127.0.0.1/x");

function ask(url: string): Promise<Response> {
  const { pathname } = new URL(url, "http://localhost");
  const key = pathname.replace("/api/files/", "").split("/");
  return GET(new Request(new URL(url, "http://localhost")), { params: Promise.resolve({ key }) });
}

test("shows our own pictures in place, without leave to do anything", async () => {
  const key = schoolKey(newId(), "logos", `${newId()}.webp`);
  await storage().put(key, new TextEncoder().encode("<script>"));
  const answer = await ask(fileUrl(key));
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe("<script>");
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "image/webp",
    "content-length": "8",
    "content-disposition": "inline",
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
  });
  const [, age = ""] =
    /^private, max-age=(\d+), immutable$/.exec(answer.headers.get("cache-control") ?? "") ?? [];
  expect(Number(age)).toBeGreaterThan(3 * 3_600 - 1);
  expect(Number(age)).toBeLessThanOrEqual(6 * 3_600);
});

test.each(["page.html", "drawing.svg", "plain"])("hands out %s as a file to save", async (name) => {
  const key = schoolKey(newId(), "photos", name);
  await storage().put(key, new TextEncoder().encode("<script>"));
  const { headers } = await ask(fileUrl(key));
  expect(headers.get("content-type")).toBe("application/octet-stream");
  expect(headers.get("content-disposition")).toBe("attachment");
});

test("saves a document under its name, keeps it nowhere, and shows it never", async () => {
  const student = { organizationId: newId(), studentId: newId() };
  const key = studentKey(student, "documents", `${newId()}.pdf`);
  await storage().put(key, new TextEncoder().encode("%PDF-1.7"));
  const url = storage().signedUrl(key, { expiresIn: 60, saveAs: "Título (copia) 100 %\r\nx: y.pdf" });
  const answer = await ask(url);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition":
      "attachment; filename*=UTF-8''T%C3%ADtulo%20%28copia%29%20100%20%25%0D%0Ax%3A%20y.pdf",
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });
  // The name is signed too: neither another one nor none will do, and no name may be given to another's address.
  const shown = storage().signedUrl(key, { expiresIn: 60 });
  for (const forged of [url.replace("copia", "otra"), url.replace(/&as=.*/, ""), `${shown}&as=x.pdf`])
    expect((await ask(forged)).status, forged).toBe(404);
});

test("answers a forged, an expired and a missing one alike", async () => {
  const key = schoolKey(newId(), "logos", "a.webp");
  await storage().put(key, new Uint8Array(4));
  const good = fileUrl(key);
  const elsewhere = good.replace("logos/a.webp", "logos/b.webp");
  const tries = [
    good.replace(/signature=.*/, ""),
    good.replace(/signature=./, "signature=!"),
    good.replace(/expires=\d+/, "expires=99999999999"),
    elsewhere,
    fileUrl(schoolKey(newId(), "logos", "gone.webp")),
    "/api/files/schools",
    storage().signedUrl(key, { expiresIn: 0 }),
  ];
  for (const url of tries) {
    const answer = await ask(url);
    expect([answer.status, await answer.text(), answer.headers.get("cache-control")], url).toEqual([
      404,
      "",
      "private, no-store",
    ]);
  }
});
