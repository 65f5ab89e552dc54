import { z } from "zod";
import { tidyText } from "@/lib/tidy-text";

/** Inputs about classes; issues carry keys of the `errors` messages. */

export const classNameSchema = z
  .string({ error: "class.nameEmpty" })
  .max(1_000, "class.nameTooLong")
  .transform(tidyText)
  .pipe(z.string().min(1, "class.nameEmpty").max(80, "class.nameTooLong"));

const capacitySchema = z.number().int("class.capacity").min(1, "class.capacity").max(1_000, "class.capacity");

export const createClassInput = z.object({ name: classNameSchema, capacity: capacitySchema.optional() });
export const updateClassInput = z.object({
  id: z.uuid(),
  name: classNameSchema.optional(),
  capacity: capacitySchema.nullish(),
});
export const classIdInput = z.object({ id: z.uuid() });

export type CreateClassInput = z.output<typeof createClassInput>;
export type UpdateClassInput = z.output<typeof updateClassInput>;
