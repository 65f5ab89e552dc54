export { changePassword } from "./change-password";
export { findOrCreateAccount, proveAccount } from "./claim-account";
export { confirmEmailChange, openEmailChange, stopEmailChange } from "./confirm-email-change";
export { exportOwnData } from "./export-own-data";
export { getPreferences } from "./get-preferences";
export { getSignedOutSchool } from "./get-signed-out-school";
export { beginHandOff, bindHandOff, openHandOff, takeHandOff } from "./hand-off";
export { countLinkAttempt, countPasswordAttempt, forgivePasswordAttempt } from "./limits";
export { listSessions } from "./list-sessions";
export { getNotices, updateNotices } from "./notices";
export { removePhoto, setPhoto } from "./photo";
export { getProfile, updateProfile } from "./profile";
export { findAccountById, findMembership, gateActor, type Visitor } from "./queries";
export { register } from "./register";
export {
  cancelEmailChange,
  getEmailChange,
  requestEmailChange,
  resendEmailChange,
} from "./request-email-change";
export { requestPasswordReset } from "./request-password-reset";
export { resetPassword } from "./reset-password";
export { revokeAllSessions, revokeOtherSessions, revokeSession } from "./revoke-sessions";
export { sendPasswordChangedMail, sendTokenMail } from "./send-account-mail";
export { sendEmailChangedMail, sendEmailChangeLink } from "./send-email-change-mail";
export { signIn } from "./sign-in";
export { signOut } from "./sign-out";
export { updatePreferences } from "./update-preferences";
export { verifyEmail } from "./verify-email";
