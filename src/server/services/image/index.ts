export { reencodeImage } from "./reencode-image";
