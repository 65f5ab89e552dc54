import { z } from "zod";
import { MAX_IMAGE_BYTES } from "./image-limits";

/** An uploaded picture, in base64; issues carry keys of the `errors` messages. */
export const imageInput = z.object({
  content: z
    .base64("image.unsupported")
    .min(1, "image.unsupported")
    .max(Math.ceil(MAX_IMAGE_BYTES / 3) * 4, "image.tooLarge"),
});

export type ImageInput = z.output<typeof imageInput>;
