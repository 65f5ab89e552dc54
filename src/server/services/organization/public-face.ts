import type { Settings } from "@/domain/setting-list";
import { fileUrl } from "@/server/adapters/storage/storage";

/** What everyone may see of a school. */
export type PublicFace = {
  name: string;
  logoUrl: string | null;
  primaryColor: string;
  motto: string;
  contact: { email: string; phone: string; website: string; address: string };
};

/** What a row of a school shows before sign-in, from its public settings alone. */
export function publicFace(row: { name: string; logoKey: string | null; settings: Settings }): PublicFace {
  const { name, logoKey, settings } = row;
  return {
    name,
    logoUrl: logoKey && fileUrl(logoKey),
    primaryColor: settings["branding.primaryColor"],
    motto: settings["branding.motto"],
    contact: {
      email: settings["contact.email"],
      phone: settings["contact.phone"],
      website: settings["contact.website"],
      address: settings["contact.address"],
    },
  };
}
