export { getOrganization } from "./get-organization";
export { getStatistics } from "./get-statistics";
export {
  closeOrganization,
  createOrganization,
  findOrganizationBySlug,
  getAnyOrganization,
  listOrganizations,
  updateAnyOrganization,
} from "./platform";
export { updateOrganization } from "./update-organization";
