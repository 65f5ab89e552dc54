import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Sql } from "postgres";
import { inject } from "vitest";
import { connect } from "@/db/client";
import { loginUrls } from "../../scripts/lib/database";
import { ROOT } from "../../scripts/lib/paths";

const { url, secrets } = inject("cluster");
const FIXTURE = readFileSync(join(ROOT, "tests/fixtures/adopt/old-school.sql"), "utf8");

/** A database of before there were organizations, and the login of the code that writes to it. */
export type OldSchool = {
  urls: ReturnType<typeof loginUrls>;
  /** What the old code connects with. */
  oldCode: string;
  schema: string;
  /** Past row security. */
  look: Sql;
  drop: () => Promise<void>;
};

/** Makes one of `people` people in the given schema. */
export async function makeOldSchool({ people = 300, schema = "public" } = {}): Promise<OldSchool> {
  const name = `old_${randomBytes(6).toString("hex")}`;
  const root = connect(url);
  const password = randomBytes(12).toString("hex");
  await root.unsafe(`create database ${name}`);
  await root.unsafe(`create role ${name} login password '${password}'`);
  const at = Object.assign(new URL(url), { pathname: `/${name}` });
  const look = connect(at.toString());
  const text = FIXTURE.replaceAll("{{schema}}", schema)
    .replaceAll("{{login}}", name)
    .replaceAll("{{people}}", String(people));
  await look.unsafe(text);
  return {
    urls: loginUrls(at.toString(), secrets),
    oldCode: Object.assign(new URL(at), { username: name, password }).toString(),
    schema,
    look,
    async drop() {
      await look.end();
      await root.unsafe(`drop database if exists ${name} with (force)`);
      await root.unsafe(`drop role ${name}`);
      await root.end();
    },
  };
}

/** Every row of every old table, under the names that they have now. */
export async function oldRows({ look, schema }: OldSchool, nameOf = (table: string) => table) {
  const of = async <T>(table: string, order = "id") =>
    (await look.unsafe(`select * from ${schema}.${nameOf(table)} order by ${order}`)) as unknown as T[];
  return {
    users: await of<OldUser>("users"),
    classes: await of<OldClass>("classes"),
    members: await of<OldMember>("class_members", "class_id, user_id"),
    workspaces: await of<OldWorkspace>("workspaces"),
    invitations: await of<OldInvitation>("invitations"),
  };
}

export const retired = (table: string) => `${table}_before_homeroom`;

type OldUser = {
  id: string;
  email: string;
  name: string;
  password_hash: string;
  role: string;
  active: boolean;
};
type OldClass = {
  id: number;
  name: string;
  description: string | null;
  coach_id: string | null;
  archived: boolean;
};
type OldMember = { class_id: number; user_id: string };
type OldWorkspace = { id: string; user_id: string; name: string; data: unknown };
type OldInvitation = {
  id: string;
  email: string;
  role: string;
  class_id: number | null;
  status: string;
  invited_by: string | null;
};
export type OldRows = Awaited<ReturnType<typeof oldRows>>;
