import { expect, test, vi } from "vitest";
import { useTestDatabase } from "../../../tests/support/database";
import { makeSchool } from "../../../tests/support/schools";
import { openSession } from "../../../tests/support/sessions";
import { sessionCookie } from "../auth/cookies";
import { createContext } from "../context";
import { doorOf } from "./door";
import { schoolUrl } from "./school-url";

// Without APP_DOMAIN one address serves every school by its people.

vi.stubEnv("APP_URL", "https://homeroom.example");

const { urls } = await useTestDatabase();

test("every school is at the one address, by whoever is signed in", async () => {
  const schools = [await makeSchool(urls.operator), await makeSchool(urls.operator)];
  for (const { id, slug, people } of schools) {
    const line = await sessionCookie(await openSession(urls.operator, people.ORG_ADMIN));
    expect(line).toMatch(/^__Host-homeroom\.session=.+; HttpOnly; SameSite=Lax; Secure$/);
    const headers = new Headers({ host: "homeroom.example", cookie: line.split(";")[0] ?? "" });
    expect(await doorOf(headers, "/org-admin")).toEqual({ state: "open" });
    const { place, actor } = await createContext(headers);
    expect([place.kind, actor?.organizationId]).toEqual(["shared", id]);
    expect(schoolUrl({ slug, isMaster: false, domain: `${slug}.edu.ve` }, "/x")).toBe(
      "https://homeroom.example/x",
    );
  }
});
