import type { FormatLocale } from "./locale";
import type { Messages as AppMessages } from "./messages";

declare module "next-intl" {
  interface AppConfig {
    Locale: FormatLocale;
    Messages: AppMessages;
  }
}
