import { z } from "zod";
import { capacitySchema, classDescriptionSchema, classNameSchema, createClassInput } from "@/domain/class";

/** What the form of an existing class holds; its coaches are not the form's. */
export const classSchema = z.object({
  name: classNameSchema,
  description: classDescriptionSchema,
  yearId: z.string(),
  sectionId: z.string(),
  subjectId: z.string(),
  capacity: capacitySchema.nullable(),
  leadId: z.string(),
  coachIds: z.array(z.string()),
});

/** The same of a new one, which needs a lead. */
export const newClassSchema = classSchema.extend({
  leadId: createClassInput.shape.leadId,
  coachIds: createClassInput.shape.coachIds.unwrap(),
});
