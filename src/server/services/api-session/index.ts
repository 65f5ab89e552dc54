export { readAccessToken } from "./access-token";
export type { Asking } from "./find-place";
export type { Grant } from "./grant";
export { openApiSession } from "./open-api-session";
export { refreshApiSession } from "./refresh-api-session";
export { revokeApiSession } from "./revoke-api-session";
export { visitSchool } from "./visit-school";
