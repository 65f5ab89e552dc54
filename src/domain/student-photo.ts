import type { z } from "zod";
import { imageInput } from "./image";
import { studentIdInput } from "./student";

/** An uploaded picture of a student, in base64; issues carry keys of the `errors` messages. */
export const setStudentPhotoInput = studentIdInput.extend(imageInput.shape);

export type SetStudentPhotoInput = z.output<typeof setStudentPhotoInput>;
