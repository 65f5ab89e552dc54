import type { AppLocale } from "@/domain/locale";
import type { TransferSection } from "@/domain/student-list";

/** What is typed into the form; without a guardian of the record, a name and an address. */
export type SendFormValues = {
  address: string;
  sections: TransferSection[];
  lastDay: string;
  guardianId: string;
  name: string;
  email: string;
  locale: AppLocale;
  reason: string;
};
