import { z } from "zod";
import { tidyText } from "@/lib/tidy-text";
import { API_KEY_PERMISSIONS, MAX_API_KEY_DAYS } from "./api-key-list";

/** Inputs about keys for other programs; issues carry keys of the `errors` messages. */

export const createApiKeyInput = z.object({
  name: z
    .string({ error: "apiKey.nameEmpty" })
    .max(1_000, "apiKey.nameTooLong")
    .transform(tidyText)
    .pipe(z.string().min(1, "apiKey.nameEmpty").max(80, "apiKey.nameTooLong")),
  permissions: z
    .array(z.enum(API_KEY_PERMISSIONS))
    .min(1, "apiKey.permissionsNone")
    .transform((permissions) => [...new Set(permissions)]),
  days: z
    .number({ error: "apiKey.days" })
    .int("apiKey.days")
    .min(1, "apiKey.days")
    .max(MAX_API_KEY_DAYS, "apiKey.days"),
});

export const apiKeyIdInput = z.object({ id: z.uuid() });

export type CreateApiKeyInput = z.output<typeof createApiKeyInput>;
