import { sql } from "drizzle-orm";
import { foreignKey, index, jsonb, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, currentAccount, gatePolicy } from "../_columns";
import { accounts } from "./accounts";
import { core } from "./organizations";

/** What a person keeps for themselves: it goes with them from school to school. Account-scoped. */
export const workspaces = core.table(
  "workspaces",
  {
    id: uuid("id").primaryKey(),
    accountId: uuid("account_id").notNull(),
    name: text("name").notNull(),
    data: jsonb("data").$type<Record<string, unknown>>().notNull().default({}),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "workspaces_account_fk",
      columns: [t.accountId],
      foreignColumns: [accounts.id],
    }).onDelete("cascade"),
    index("workspaces_account_idx").on(t.accountId, t.createdAt, t.id),
    gatePolicy(sql`account_id = ${currentAccount}`, sql`false`),
  ],
);
