import { z } from "zod";
import { tidyText } from "@/lib/tidy-text";
import { VIEW_SCREENS } from "./roles";

/** Inputs about saved views of lists; issues carry keys of the `errors` messages. */

/** Views of one's own a person may keep on a screen. */
export const MAX_SAVED_VIEWS = 20;

const viewNameSchema = z
  .string({ error: "view.nameEmpty" })
  .max(1_000, "view.nameTooLong")
  .transform(tidyText)
  .pipe(z.string().min(1, "view.nameEmpty").max(60, "view.nameTooLong"));

/** What of an address is where one is in a list, and not which list it is. */
const PASSING = new Set(["after", "trail", "pages", "page", "cursor", "open", "person", "event"]);

/** The search part of a list's address as it is written, with or without the question mark, without the page. */
const querySchema = z
  .string()
  .max(4_000, "view.queryTooLong")
  .transform((query) =>
    query
      .replace(/^\?/, "")
      .split("&")
      .filter(
        (part) => /^[A-Za-z]\w*=[^\s"<>#\\\p{Cc}]*$/u.test(part) && !PASSING.has(part.split("=", 1)[0] ?? ""),
      )
      .join("&"),
  )
  .pipe(z.string().max(2_000, "view.queryTooLong"));

export const listViewsInput = z.object({ screen: z.enum(VIEW_SCREENS) });
export const createViewInput = listViewsInput.extend({
  name: viewNameSchema,
  query: querySchema,
  isShared: z.boolean().default(false),
});
export const updateViewInput = z.object({
  id: z.uuid(),
  name: viewNameSchema.optional(),
  query: querySchema.optional(),
  isShared: z.boolean().optional(),
});
export const viewIdInput = z.object({ id: z.uuid() });

export type CreateViewInput = z.output<typeof createViewInput>;
export type UpdateViewInput = z.output<typeof updateViewInput>;

/** A view as a list shows it. */
export type SavedView = {
  id: string;
  name: string;
  /** The search part of the list's address, without the question mark and the page. */
  query: string;
  isShared: boolean;
  isOwn: boolean;
  ownerName: string;
  /** Whether the viewer may rename, change or remove it. */
  mayEdit: boolean;
};
