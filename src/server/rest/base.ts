/** Where the REST API is found. */
export const BASE = "/api/v1";
