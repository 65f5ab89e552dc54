import { tidyText } from "@/lib/tidy-text";
import { compose, type RenderedMail, type ToPerson } from "./render";

export type SchoolInvitationMail = Omit<ToPerson, "name"> & {
  inviterName: string;
  /** The school that is asked to join; the letter has the look of the one that runs the platform. */
  invitedSchool: string;
  url: string;
  expiresAt: Date;
};

/** Asks a school to join the platform, with its personal link. */
export function renderSchoolInvitation(input: SchoolInvitationMail): Promise<RenderedMail> {
  const { inviterName, invitedSchool, url, expiresAt } = input;
  return compose(input, "schoolInvitation", {
    values: { inviter: tidyText(inviterName), invited: tidyText(invitedSchool), until: expiresAt },
    url,
  });
}
