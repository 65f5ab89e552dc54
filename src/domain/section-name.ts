import { z } from "zod";
import { MAX_SECTION_NAME, sectionNameOf } from "./academics-list";

/** The name of a section as it is kept. */
export const sectionNameSchema = z
  .string({ error: "academics.sectionNameEmpty" })
  .max(1_000, "academics.tooLong")
  .transform(sectionNameOf)
  .pipe(z.string().max(MAX_SECTION_NAME, "academics.tooLong"));
