import type { SchoolFields } from "@/domain/organization";

/** Fields by their names as `organization.update` takes them. */
export function inputOf({ name, description, ...settings }: Partial<SchoolFields>) {
  return {
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description }),
    ...(Object.keys(settings).length > 0 && { settings }),
  };
}
