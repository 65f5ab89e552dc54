export { getFamily } from "./get-family";
