export { countUsers } from "./count-users";
export { exportUsers } from "./export-users";
export { getUser } from "./get-user";
export { listUsers } from "./list-users";
export { previewRemoval, removeUsers } from "./remove-users";
export { restoreUsers } from "./restore-users";
export { setUserRole } from "./set-user-role";
export { reactivateUsers, suspendUsers } from "./set-user-status";
export { closeMembership, transferUser } from "./transfer-user";
