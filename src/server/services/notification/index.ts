export { notify } from "./notify";
export { sendNotice } from "./send-notice";
