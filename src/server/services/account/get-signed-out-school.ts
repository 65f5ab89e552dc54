import { atGate } from "@/db/scope";
import { DEFAULT_BRAND_COLOR } from "@/domain/setting-list";
import { type PublicFace, publicFace } from "../organization";
import { findDefaultOrganization } from "./queries";

export type SignedOutSchool = PublicFace & {
  /** Whether a visitor may register. */
  canRegister: boolean;
};

const NO_CONTACT = { email: "", phone: "", website: "", address: "" };

/** The look of the pages before sign-in: that of the default school, its motto and contact where it wants them there. */
export async function getSignedOutSchool(): Promise<SignedOutSchool> {
  const school = await atGate({}, findDefaultOrganization);
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
    canRegister: settings["registration.isOpen"],
  };
}
