export { SignedInLayout as default } from "../_shell/signed-in-layout";
