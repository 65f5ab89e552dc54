import { randomBytes } from "node:crypto";
import { connect } from "@/db/client";
import { type DatabaseUrls, loginUrls } from "../../scripts/lib/database";
import { TEMPLATE, type TestCluster } from "./cluster";

export interface TestDatabase {
  name: string;
  urls: DatabaseUrls;
  drop: () => Promise<void>;
}

/** A copy of the template, with the privileges on the database itself that CREATE DATABASE does not copy. */
export async function cloneTemplate({ url, secrets, tablespace }: TestCluster): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const sql = connect(url);
  try {
    // As files: a log of every page, the usual way, is not needed here.
    await sql.unsafe(
      `create database ${name} template ${TEMPLATE} strategy file_copy tablespace ${tablespace}`,
    );
    await sql.unsafe(`revoke all on database ${name} from public`);
    const grants = await sql`
      select a.privilege_type as privilege, quote_ident(r.rolname) as role
      from pg_database d, aclexplode(d.datacl) a join pg_roles r on r.oid = a.grantee
      where d.datname = ${TEMPLATE} and a.grantee <> d.datdba`;
    for (const { privilege, role } of grants)
      await sql.unsafe(`grant ${privilege} on database ${name} to ${role}`);
  } finally {
    await sql.end();
  }
  const at = new URL(url);
  at.pathname = `/${name}`;
  return {
    name,
    urls: loginUrls(at.toString(), secrets),
    drop: async () => {
      const again = connect(url);
      await again.unsafe(`drop database if exists ${name} with (force)`).finally(() => again.end());
    },
  };
}
