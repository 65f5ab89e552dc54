/** A foreign key from a placement to the control plane. */
export type CoreLink = { table: string; name: string; statement: string };

const ADD = /^ALTER TABLE "(\w+)" ADD CONSTRAINT "(\w+)" FOREIGN KEY .* REFERENCES "core"\./is;
const DROP = /^ALTER TABLE "(\w+)" DROP CONSTRAINT "(\w+)"/i;

/**
 * Takes the foreign keys to the control plane out of a placement's migrations, given as lists of statements: those
 * that are left when all of them have run are made at the end, since each locks tables that every school works in.
 */
export function takeCoreLinks(migrations: readonly string[][]): { rest: string[][]; links: CoreLink[] } {
  const links = new Map<string, CoreLink>();
  const rest = migrations.map((statements) =>
    statements.filter((text) => {
      const statement = withoutComments(text);
      const [, table = "", name = ""] = ADD.exec(statement) ?? [];
      if (table) links.set(`${table} ${name}`, { table, name, statement });
      const [, from = "", dropped = ""] = DROP.exec(statement) ?? [];
      return !table && !links.delete(`${from} ${dropped}`);
    }),
  );
  return { rest, links: [...links.values()] };
}

function withoutComments(statement: string): string {
  return statement
    .split("\n")
    .filter((line) => !line.startsWith("--"))
    .join("\n")
    .trim();
}
