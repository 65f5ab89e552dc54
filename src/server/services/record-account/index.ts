export { findAccounts, readAccount } from "./get-account";
export { linkAccount, linkInvited, unlinkAccount } from "./link-account";
export { ACCOUNT_ACTIONS, holderOf, lockRecord, subjectOf } from "./records";
