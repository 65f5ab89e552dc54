import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { OperatorTx } from "@/db/operator";
import { organizations } from "@/db/schema/core/organizations";
import { idempotencyKeys } from "@/db/schema/core/programs";
import { newId } from "@/lib/ids";
import { DomainError } from "@/server/errors";
import { PROBLEM_KINDS, Problem, problemResponse } from "@/server/rest/problem";
import { problemOf } from "@/server/rest/refusals";
import { useTestDatabase } from "../support/database";
import { addMember } from "../support/look";
import { asOperator } from "../support/operator";
import { makeSchool } from "../support/schools";
import { as, ask, tokenOf } from "./client";

const { urls } = await useTestDatabase();
const master = await makeSchool(urls.operator);
const ours = await makeSchool(urls.operator);
const admin = await tokenOf(urls.operator, master, master.people.ADMIN);
const orgAdmin = await tokenOf(urls.operator, ours, ours.people.ORG_ADMIN);
const own = `/organizations/${ours.id}`;
const operator = <T>(fn: (tx: OperatorTx) => Promise<T>) => asOperator(urls.operator, fn);

describe("a list", () => {
  test("goes on by cursor and Link until there is no more, each row once", async () => {
    for (let n = 0; n < 7; n += 1) await addMember(urls.operator, ours, { role: "STUDENT" });
    const seen: string[] = [];
    let next: string | undefined = `${own}/users?limit=5&sort=joined`;
    while (next) {
      const answer: Response = await as(orgAdmin).get(next);
      const page = (await answer.json()) as { rows: { id: string }[]; nextCursor: string | null };
      seen.push(...page.rows.map(({ id }) => id));
      const link: string | null = answer.headers.get("link");
      expect(link === null).toBe(page.nextCursor === null);
      next = /^<\/api\/v1([^>]+)>; rel="next"$/.exec(link ?? "")?.[1];
    }
    expect(seen.length).toBe(12);
    expect(new Set(seen).size).toBe(12);
  });

  test.each(["limit=0", "limit=x", "cursor=x", "roles=KING", "color=red", "limit=1&limit=2"])(
    "refuses ?%s and names it",
    async (query) => {
      const answer = await as(orgAdmin).get(`${own}/users?${query}`);
      expect(answer.status).toBe(400);
      const { errors } = await answer.json();
      expect(errors[0].field.split(".")[0]).toBe(query.split("=")[0]);
      expect(errors[0].message).toMatch(/\S/);
    },
  );
});

describe("an ETag", () => {
  test("is the representation's, and answers 304 to who has it", async () => {
    const first = await as(orgAdmin).get(own);
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, "*"]) {
      const again = await as(orgAdmin).get(own, { "if-none-match": known });
      expect([again.status, await again.text()]).toEqual([304, ""]);
    }
    expect((await as(orgAdmin).get(own, { "if-none-match": '"x"' })).status).toBe(200);
  });

  test("is needed for a PUT, and an old one writes nothing over", async () => {
    const client = as(orgAdmin);
    const etag = (await client.get(own)).headers.get("etag") ?? "";
    expect((await client.put(own, { description: "A" })).status).toBe(428);
    const changed = await client.put(own, { description: "B" }, { "if-match": etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get("etag")).not.toBe(etag);
    expect((await client.get(own)).headers.get("etag")).toBe(changed.headers.get("etag"));
    expect((await client.put(own, { description: "C" }, { "if-match": etag })).status).toBe(412);
    expect((await client.put(own, { description: "C" }, { "if-match": `W/${etag}` })).status).toBe(412);
    expect(await (await client.get(own)).text()).toContain('"description":"B"');
  });

  test.each([
    ["inside a school", own, orgAdmin],
    ["on the platform", `/admin/organizations/${ours.id}`, admin],
  ])("lets one of many changes at once through, %s", async (_, path, token) => {
    const client = as(token);
    const etag = (await client.get(path)).headers.get("etag") ?? "";
    const answers = await Promise.all(
      Array.from({ length: 12 }, (__, n) =>
        client.put(path, { description: `Race ${n} ${newId()}` }, { "if-match": etag }),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array(11).fill(412)]);
  });
});

describe("an Idempotency-Key", () => {
  const body = (slug: string) => ({ name: "Once", slug });
  const create = (key: string, slug: string, token = admin) =>
    as(token).post("/admin/organizations", body(slug), { "idempotency-key": key });
  const freeSlug = () => `once-${newId().slice(-12)}`;
  const schoolsAt = (slug: string) =>
    operator(({ db }) => db.select().from(organizations).where(eq(organizations.slug, slug)));

  test("makes one school of fifty equal requests at once", async () => {
    const [key, slug] = [newId(), freeSlug()];
    const answers = await Promise.all(Array.from({ length: 50 }, () => create(key, slug)));
    expect(new Set(answers.map(({ status }) => status))).toSatisfy((all: Set<number>) =>
      [...all].every((status) => status === 201 || status === 409),
    );
    expect(
      answers.filter(({ status, headers }) => status === 201 && !headers.has("idempotency-replayed")),
    ).toHaveLength(1);
    expect(await schoolsAt(slug)).toHaveLength(1);
    const again = await create(key, slug);
    expect(again.status).toBe(201);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(again.headers.get("location")).toMatch(/^\/api\/v1\/admin\/organizations\/[\w-]{36}$/);
  });

  test("is refused for another request, and is each caller's own", async () => {
    const key = newId();
    const first = freeSlug();
    expect((await create(key, first)).status).toBe(201);
    expect((await create(key, freeSlug())).status).toBe(422);
    const other = await tokenOf(urls.operator, master, master.people.ADMIN);
    expect((await create(key, freeSlug(), other)).status).toBe(201);
    expect((await create("", freeSlug())).status).toBe(400);
  });

  test("keeps a refusal too, and ends after its day", async () => {
    const [key, slug] = [newId(), freeSlug()];
    await create(newId(), slug);
    const refused = await create(key, slug);
    expect(refused.status).toBe(409);
    const again = await create(key, slug);
    expect([again.status, await again.text()]).toEqual([409, await refused.text()]);
    expect(again.headers.get("content-type")).toBe("application/problem+json");
    await operator(({ db }) =>
      db
        .update(idempotencyKeys)
        .set({ expiresAt: new Date(Date.now() - 1) })
        .where(eq(idempotencyKeys.key, key)),
    );
    expect((await create(key, freeSlug())).status).toBe(201);
  });
});

describe("a request that is no good", () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    ask("/admin/organizations", { method: "POST", token: admin, body, headers });

  test("is told what of it", async () => {
    const problems: [Promise<Response>, number, string][] = [
      [post("{", {}), 400, "malformed-json"],
      [post("{}", { "content-type": "text/plain" }), 415, "not-json"],
      [post("{}", { "content-type": "" }), 415, "not-json"],
      [post(JSON.stringify({ name: "x".repeat(1_000_001) })), 413, "too-large"],
      [post("[]"), 400, "invalid"],
      [ask("/nothing", { token: admin }), 404, "not-found"],
      [ask("", { token: admin }), 404, "not-found"],
      [ask("/organizations/not-an-id", { token: orgAdmin }), 404, "not-found"],
      [ask("/organizations/me", { method: "PATCH", token: admin }), 405, "method-not-allowed"],
      [ask("/openapi.json", { method: "POST" }), 405, "method-not-allowed"],
    ];
    for (const [asked, status, kind] of problems) {
      const answer = await asked;
      const told = await answer.json();
      expect([answer.status, told.type, told.status]).toEqual([status, `/api/v1/docs#${kind}`, status]);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      expect(answer.headers.get("cache-control")).toBe("private, no-store");
    }
    const { detail } = await (await post('{\n "name": }')).json();
    expect(detail).toContain("line 2, column 10");
  });

  test("is told in Spanish to who asks for it, field by field", async () => {
    const answer = await post(JSON.stringify({ name: "", slug: "admin", plan: 3, other: 1 }), {
      "accept-language": "es-VE",
    });
    expect(answer.headers.get("content-language")).toBe("es");
    expect(await answer.json()).toMatchInlineSnapshot(`
      {
        "detail": "Algo de la petición no es como dice el documento; \`errors\` nombra cada campo.",
        "errors": [
          {
            "field": "name",
            "message": "Escribe el nombre del colegio.",
          },
          {
            "field": "slug",
            "message": "Ese nombre se lo reserva la plataforma. Elige otro.",
          },
          {
            "field": "plan",
            "message": "Opción inválida: se esperaba una de "COMMUNITY"|"PRO"|"ENTERPRISE"",
          },
          {
            "field": "other",
            "message": "Ese campo no existe.",
          },
        ],
        "status": 400,
        "title": "La petición no encaja",
        "type": "/api/v1/docs#invalid",
      }
    `);
  });

  test("has its methods told, and HEAD as GET without what it shows", async () => {
    const options = await ask(own, { method: "OPTIONS" });
    expect([options.status, options.headers.get("allow")]).toEqual([204, "GET, PUT, HEAD, OPTIONS"]);
    expect(options.headers.get("access-control-allow-origin")).toBeNull();
    const head = await ask(own, { method: "HEAD", token: orgAdmin });
    const get = await as(orgAdmin).get(own);
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(head.headers.get("etag")).toBe(get.headers.get("etag"));
    expect((await ask("/openapi.json")).status).toBe(200);
  });
});

test("who asks too often is told how long to wait, and others are not", async () => {
  const token = await tokenOf(urls.operator, ours, ours.people.COACH);
  const answers = await Promise.all(
    Array.from({ length: 610 }, () => ask("/organizations/me", { method: "GET", token })),
  );
  const over = answers.filter(({ status }) => status === 429);
  expect(over.length).toBe(10);
  const [refused] = over;
  expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(refused?.headers.get("ratelimit-remaining")).toBe("0");
  expect(refused?.headers.get("ratelimit-limit")).toBe("600");
  expect((await as(orgAdmin).get(own)).status).toBe(200);
}, 60_000);

describe("problem details", () => {
  test.each(PROBLEM_KINDS)("%s is told in both languages", async (kind) => {
    const values = { line: 1, column: 2, seconds: 30 };
    const told = await Promise.all(
      (["en", "es"] as const).map(async (locale) =>
        problemResponse(new Problem(kind, { values }), locale).json(),
      ),
    );
    expect(told[0].title).not.toBe(told[1].title);
    for (const { detail } of told) expect(detail).not.toMatch(/problems\.|\{/);
  });

  test("what nobody foresaw says nothing of itself", async () => {
    const secret = new Error("select password_hash from core.account_passwords");
    const answer = problemResponse(problemOf(secret, "en"), "en");
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("password");
  });

  test("a stale save is a precondition that failed", () => {
    expect(problemOf(new DomainError("conflict", "organization.stale"), "en").kind).toBe(
      "precondition-failed",
    );
  });
});
