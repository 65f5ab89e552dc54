import { NOWHERE, type PlaceValues } from "./use-class-places";

/** What the form holds: an empty `leadId` is nobody, no `capacity` no limit. */
export interface ClassFormValues extends PlaceValues {
  name: string;
  description: string;
  capacity: number | null;
  leadId: string;
  coachIds: string[];
}

export const NEW_CLASS: ClassFormValues = {
  name: "",
  description: "",
  ...NOWHERE,
  capacity: null,
  leadId: "",
  coachIds: [],
};
