import { beforeAll, describe, expect, test } from "vitest";
import type { Role } from "@/domain/roles";
import { newId } from "@/lib/ids";
import { OPERATIONS } from "@/server/rest/operations";
import { problemOutput } from "@/server/rest/outputs";
import { APART } from "../support/cluster";
import { useTestDatabase } from "../support/database";
import { eventsAbout } from "../support/look";
import { makeSchool, type TestPerson, type TestSchool } from "../support/schools";
import { as, type Client, tokenOf } from "./client";

// Every operation: done, refused without a token, without the permission, and for another school as for none.

const { urls } = await useTestDatabase();
const master = await makeSchool(urls.operator);

/** What an operation names: a school, somebody in it, and another school. */
type Named = { id: string; userId: string; otherId: string };
type Row = {
  /** Inside a school its admin may; on the platform ADMIN alone. */
  reach: "school" | "platform";
  /** Whose role is too little; nobody's where all members may. */
  lacks?: Role;
  act: (client: Client, named: Named) => Promise<Response>;
};

/** Changes what is there now; what cannot be seen is named by an ETag that nothing has. */
async function put(client: Client, path: string, body: unknown) {
  const etag = (await client.get(path)).headers.get("etag") ?? '"nothing"';
  return client.put(path, body, { "if-match": etag });
}

const inSchool = { reach: "school", lacks: "STUDENT" } as const;
const onPlatform = { reach: "platform", lacks: "ORG_ADMIN" } as const;
const ROWS: Record<string, Row> = {
  getOwnOrganization: { reach: "school", act: (c) => c.get("/organizations/me") },
  getOrganization: { reach: "school", act: (c, { id }) => c.get(`/organizations/${id}`) },
  updateOrganization: {
    ...inSchool,
    act: (c, { id }) => put(c, `/organizations/${id}`, { description: newId() }),
  },
  listUsers: { ...inSchool, act: (c, { id }) => c.get(`/organizations/${id}/users`) },
  listClasses: { ...inSchool, act: (c, { id }) => c.get(`/organizations/${id}/classes`) },
  listInvitations: { ...inSchool, act: (c, { id }) => c.get(`/organizations/${id}/invitations`) },
  getStatistics: { ...inSchool, act: (c, { id }) => c.get(`/organizations/${id}/stats`) },
  createOrganization: {
    ...onPlatform,
    act: (c) => c.post("/admin/organizations", { name: "Probe", slug: `probe-${newId().slice(-12)}` }),
  },
  listOrganizations: { ...onPlatform, act: (c) => c.get("/admin/organizations?limit=2") },
  getAnyOrganization: { ...onPlatform, act: (c, { id }) => c.get(`/admin/organizations/${id}`) },
  updateAnyOrganization: {
    ...onPlatform,
    act: (c, { id }) => put(c, `/admin/organizations/${id}`, { description: newId() }),
  },
  deleteOrganization: { ...onPlatform, act: (c, { id }) => c.delete(`/admin/organizations/${id}`) },
  addUser: {
    ...onPlatform,
    act: (c, { id }) =>
      c.post(`/admin/organizations/${id}/users`, {
        email: `${newId()}@people.example`,
        name: "Probe",
        role: "PARENT",
      }),
  },
  removeUser: {
    ...onPlatform,
    act: (c, { id, userId }) => c.delete(`/admin/organizations/${id}/users/${userId}`),
  },
  transferUser: {
    ...onPlatform,
    act: (c, { id, userId, otherId }) =>
      c.post("/admin/organizations/transfer-user", {
        organizationId: id,
        userId,
        toOrganizationId: otherId,
      }),
  },
};

test("each operation on a procedure has a row, and no row is of none", () => {
  const procedures = OPERATIONS.filter(({ kind }) => kind === "procedure").map(({ id }) => id);
  expect(Object.keys(ROWS).sort()).toEqual(procedures.sort());
});

describe.each(["app", APART])("a school in %s", (placement) => {
  let ours: TestSchool;
  let theirs: TestSchool;
  const bearer = (school: TestSchool, role: Role) => tokenOf(urls.operator, school, school.people[role]);
  const named = (school: { id: string }, person: Pick<TestPerson, "id">): Named => ({
    id: school.id,
    userId: person.id,
    otherId: master.id,
  });

  beforeAll(async () => {
    ours = await makeSchool(urls.operator, placement);
    theirs = await makeSchool(urls.operator, placement);
  });

  test.each(Object.entries(ROWS))("%s", async (id, { reach, lacks, act }) => {
    const operation = OPERATIONS.find((each) => each.id === id);
    const target = reach === "platform" ? await makeSchool(urls.operator, placement) : ours;
    const own = named(target, target.people.STUDENT);

    const unknown = await act(as(undefined), own);
    expect(unknown.status).toBe(401);
    expect(unknown.headers.get("www-authenticate")).toMatch(/^Bearer /);

    if (lacks) {
      const refused = await act(as(await bearer(target, lacks)), own);
      expect(refused.status).toBe(403);
      expect(problemOutput.strict().parse(await refused.json()).type).toBe("/api/v1/docs#forbidden");
    }

    const asks = operation?.path.includes("{") || id === "transferUser";
    if (asks) {
      const role = reach === "school" ? "ORG_ADMIN" : "ADMIN";
      const client = as(await bearer(ours, role));
      const missing = await act(client, named({ id: newId() }, { id: newId() }));
      expect(missing.status).toBe(404);
      if (reach === "school") {
        const foreign = await act(client, named(theirs, theirs.people.STUDENT));
        expect(foreign.status).toBe(404);
        expect(await foreign.text()).toBe(await missing.text());
      }
    }

    const by = reach === "school" ? await bearer(ours, "ORG_ADMIN") : await bearer(master, "ADMIN");
    const done = await act(as(by), own);
    expect(done.status).toBe(operation?.status);
    expect(done.headers.get("cache-control")).toBe("private, no-store");
    expect(Number(done.headers.get("ratelimit-remaining"))).toBeGreaterThan(0);
    const text = await done.text();
    if (operation?.output) expect(operation.output.parse(JSON.parse(text))).toEqual(JSON.parse(text));
    else expect(text).toBe("");
  });

  test("an ADMIN reads and changes another school, and its log tells each time", async () => {
    const client = as(await bearer(master, "ADMIN"));
    const people = await client.get(`/organizations/${theirs.id}/users`);
    expect(await people.text()).toContain(theirs.people.STUDENT.email);
    const path = `/organizations/${theirs.id}`;
    expect((await put(client, path, { description: "Seen to" })).status).toBe(200);
    const events = await eventsAbout(urls.operator, theirs, theirs.id);
    const visits = events.filter(({ action }) => action === "platform.visited");
    expect(visits.map(({ after }) => after)).toEqual([
      { operation: "listUsers", readOnly: true },
      { operation: "getOrganization", readOnly: true },
      { operation: "updateOrganization", readOnly: false },
    ]);
    expect(visits.every(({ via, actorUserId }) => via === "api" && actorUserId === null)).toBe(true);
    expect(events.at(-1)).toMatchObject({ action: "organization.updated", via: "api" });
  });

  test("a coach sees their own classes alone, as on the screens", async () => {
    const client = as(await bearer(ours, "COACH"));
    const { rows } = await (await client.get(`/organizations/${ours.id}/classes`)).json();
    expect(rows.map(({ id }: { id: string }) => id)).toEqual([ours.classes.led]);
  });
});
