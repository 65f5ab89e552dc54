import { schemaName, uuidLiteral } from "../settings-sql";
import { oldSchemaName } from "./old-shape";

/** Where rows come from and go to, fit to be written into SQL. */
export type Places = {
  /** The schema of the old tables. */
  old: string;
  /** The schema of the school's tenant tables, quoted. */
  tenant: string;
  /** The school's id, a literal. */
  school: string;
};

/** Throws on names that would need more quoting than is done here. */
export function placesOf(given: { oldSchema: string; placement: string; organizationId: string }): Places {
  return {
    old: oldSchemaName(given.oldSchema),
    tenant: schemaName(given.placement),
    school: `${uuidLiteral(given.organizationId)}::uuid`,
  };
}
