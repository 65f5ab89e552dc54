export { createApiKey } from "./create-api-key";
export { findKeyHolder } from "./find-key-holder";
export { listApiKeys } from "./list-api-keys";
export { revokeApiKey } from "./revoke-api-key";
