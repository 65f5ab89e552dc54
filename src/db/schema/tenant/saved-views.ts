import {
  boolean,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { VIEW_SCREENS, type ViewScreen } from "../../../domain/roles";
import { createdAt, id, oneOf, organizationId, tenantPolicy, updatedAt } from "../_columns";
import { users } from "../core/users";

/** The filters and order of a list, kept under a name: for oneself, or shown to everybody who sees that list. */
export const savedViews = pgTable(
  "saved_views",
  {
    organizationId: organizationId(),
    id: id(),
    userId: uuid("user_id").notNull(),
    screen: text("screen").$type<ViewScreen>().notNull(),
    name: text("name").notNull(),
    /** Folded name: unique among a person's views of a screen. */
    sortKey: text("sort_key").notNull(),
    /** The search part of the list's address, without the page. */
    query: text("query").notNull(),
    isShared: boolean("is_shared").notNull().default(false),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: "saved_views_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "saved_views_user_fk",
      columns: [t.organizationId, t.userId],
      foreignColumns: [users.organizationId, users.id],
    }).onDelete("cascade"),
    uniqueIndex("saved_views_name_key").on(t.organizationId, t.userId, t.screen, t.sortKey),
    index("saved_views_shared_idx").on(t.organizationId, t.screen, t.isShared),
    oneOf("saved_views_screen_check", t.screen, VIEW_SCREENS),
    tenantPolicy(),
  ],
);
