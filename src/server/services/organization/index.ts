export { enterOrganization, leaveEnteredOrganization } from "./enter-organization";
export { getOrganization } from "./get-organization";
export { getPublicSchool } from "./get-public-school";
export { getSettings } from "./get-settings";
export { getStatistics, readStatistics } from "./get-statistics";
export { removeLogo, restoreLogo, setLogo } from "./logo";
export {
  closeOrganization,
  createOrganization,
  findOrganizationBySlug,
  getAnyOrganization,
  listOrganizations,
  updateAnyOrganization,
} from "./platform";
export { type PublicFace, publicFace } from "./public-face";
export { readSetting } from "./read-setting";
export { readTimeZone } from "./read-time-zone";
export { changeSlug, checkSlug } from "./slugs";
export { updateOrganization } from "./update-organization";
