import { bigint, foreignKey, integer } from "drizzle-orm/pg-core";
import { instant, organizationId, platformPolicy, tenantPolicy } from "../_columns";
import { core, organizations } from "./organizations";

/**
 * What a school holds, counted inside it and written here: no role of the web reads two schools' tenant rows.
 * Organization-scoped.
 */
export const organizationUsage = core.table(
  "organization_usage",
  {
    organizationId: organizationId().primaryKey(),
    activeClasses: integer("active_classes").notNull().default(0),
    archivedClasses: integer("archived_classes").notNull().default(0),
    enrollments: integer("enrollments").notNull().default(0),
    /** Bytes of its files. */
    storageBytes: bigint("storage_bytes", { mode: "number" }).notNull().default(0),
    measuredAt: instant("measured_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({
      name: "organization_usage_organization_fk",
      columns: [t.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("cascade"),
    tenantPolicy(),
    platformPolicy(),
  ],
);
