/** What the form holds: an empty `leadId` is nobody, no `capacity` no limit. */
export interface ClassFormValues {
  name: string;
  description: string;
  year: string;
  capacity: number | null;
  leadId: string;
  coachIds: string[];
}

export const NEW_CLASS: ClassFormValues = {
  name: "",
  description: "",
  year: "",
  capacity: null,
  leadId: "",
  coachIds: [],
};
