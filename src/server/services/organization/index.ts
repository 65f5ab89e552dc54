export { deleteOrganization } from "./delete-organization";
export { enterOrganization, leaveEnteredOrganization } from "./enter-organization";
export { getOrganization } from "./get-organization";
export { getPublicSchool } from "./get-public-school";
export { getSettings } from "./get-settings";
export { getStatistics, readStatistics } from "./get-statistics";
export { insertSchool } from "./insert-school";
export { exportOrganizations, listOrganizations } from "./list-organizations";
export { lockSchool } from "./lock-school";
export { removeLogo, restoreLogo, setLogo } from "./logo";
export { masterUrl } from "./master-url";
export {
  createOrganization,
  findOrganizationBySlug,
  getAnyOrganization,
  updateAnyOrganization,
} from "./platform";
export { type PublicFace, publicFace } from "./public-face";
export { readSetting } from "./read-setting";
export { readTimeZone, schoolDay } from "./read-time-zone";
export { restoreOrganization } from "./restore-organization";
export { changeSlug, checkSlug, findTakenSlugs, type ReadSlug, readSlug } from "./slugs";
export { updateOrganization } from "./update-organization";
export { writeSettings } from "./write-settings";
