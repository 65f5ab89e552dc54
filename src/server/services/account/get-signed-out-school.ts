import { atGate } from "@/db/scope";
import { DEFAULT_BRAND_COLOR, organizationSettingsSchema } from "@/domain/organization";
import { findDefaultOrganization } from "./queries";

export type SignedOutSchool = { name: string; motto: string; primaryColor: string };

/** The look of the pages before sign-in: the default school's name, motto and colour. */
export async function getSignedOutSchool(): Promise<SignedOutSchool> {
  const school = await atGate({}, findDefaultOrganization);
  if (!school) return { name: "Homeroom", motto: "", primaryColor: DEFAULT_BRAND_COLOR };
  const { branding } = organizationSettingsSchema.parse(school.settings);
  return { name: school.name, ...branding };
}
