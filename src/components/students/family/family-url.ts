export const FAMILIES_PATH = "/org-admin/families";

/** The page of somebody who cares for students. */
export function familyHref(id: string): string {
  return `${FAMILIES_PATH}/${id}`;
}

/** The form of what is known of them. */
export function editFamilyHref(id: string): string {
  return `${FAMILIES_PATH}/${id}/edit`;
}
