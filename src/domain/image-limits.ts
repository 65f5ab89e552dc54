/** Pictures that people upload, for server and browser; `image.ts` has the schema. */

/** Bytes of the file. */
export const MAX_IMAGE_BYTES = 2 * 1024 * 1024;
/** For `<input accept>`; the server goes by the content. */
export const IMAGE_TYPES = ["image/png", "image/jpeg", "image/webp", "image/gif", "image/avif"] as const;
