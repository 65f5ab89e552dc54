import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/core/organizations";
import { atGate } from "@/db/scope";
import { settingsColumn } from "@/db/settings-column";
import { DEFAULT_BRAND_COLOR } from "@/domain/setting-list";
import { type PublicFace, publicFace } from "../organization";
import { findDefaultOrganization, schoolColumns, type VisitedPlace } from "./queries";

export type SignedOutSchool = PublicFace & {
  /** Whether a visitor may register. */
  canRegister: boolean;
};

const NO_CONTACT = { email: "", phone: "", website: "", address: "" };

/**
 * The look of the pages before sign-in: that of the school at this address, or of the default school where all share
 * one; its motto and contact where it wants them there. The platform's own address is no school's.
 */
export async function getSignedOutSchool(place: VisitedPlace): Promise<SignedOutSchool> {
  const school = await findSchool(place);
  if (!school)
    return {
      name: "Homeroom",
      logoUrl: null,
      primaryColor: DEFAULT_BRAND_COLOR,
      motto: "",
      contact: NO_CONTACT,
      canRegister: false,
    };
  const { settings } = school;
  const face = publicFace(school);
  return {
    ...face,
    ...(settings["branding.showOnSignIn"] ? {} : { motto: "", contact: NO_CONTACT }),
    // Who registers joins the default school.
    canRegister: school.isDefault && settings["registration.isOpen"],
  };
}

async function findSchool({ kind, school }: VisitedPlace) {
  if (kind === "shared") return atGate({}, findDefaultOrganization);
  if (!school) return undefined;
  const [found] = await atGate({}, ({ db }) =>
    db
      .select({ ...schoolColumns, settings: settingsColumn })
      .from(organizations)
      .where(eq(organizations.id, school.id)),
  );
  return found;
}
