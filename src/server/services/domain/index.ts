export { addDomain } from "./add-domain";
export { makePrimary, removeDomain } from "./change-domains";
export { listDomains } from "./list-domains";
export { verifyDomain } from "./verify-domain";
