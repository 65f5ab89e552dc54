export { generateMetadata, NotFoundPage as default } from "../_shell/not-found-page";
