import type { SchoolDetail } from "../types";
import type { SchoolUrl } from "./school-url";

/** What each part of a school's page is given. */
export interface TabProps {
  school: SchoolDetail;
  url: SchoolUrl;
  now: Date;
  /** Narrows the part's list; `replace` while somebody types. */
  onNarrow: (change: Partial<SchoolUrl>, replace?: boolean) => void;
}
