export { acceptSchoolInvitation } from "./accept-school-invitation";
export {
  resendSchoolInvitation,
  restoreSchoolInvitation,
  revokeSchoolInvitation,
} from "./change-school-invitations";
export { checkJoinSlug } from "./check-join-slug";
export { deliverSchoolInvitation, giveUpSchoolInvitation } from "./deliver-school-invitation";
export { getJoinProgress } from "./get-join-progress";
export { importSchools, inviteSchool, previewSchools } from "./invite-schools";
export { countSchoolInvitations, listSchoolInvitations } from "./list-school-invitations";
export { openSchoolInvitation } from "./open-school-invitation";
