export { kindOf } from "./image-kind";
export { reencodeImage, reencodeScan } from "./reencode-image";
