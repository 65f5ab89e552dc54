/** The words of students' records and what can be asked about them, for server and browser; `student.ts` has the schemas. */

/** Numbers of a list: of a section, or of a whole school where its form numbers everybody. */
export const LIST_NUMBERS = { min: 1, max: 9_999 } as const;

export const STUDENT_STATUSES = ["active", "inactive", "transferred", "graduated"] as const;
export type StudentStatus = (typeof STUDENT_STATUSES)[number];

export const STUDENT_SORTS = ["name", "code", "grade", "birth"] as const;
export type StudentSort = (typeof STUDENT_SORTS)[number];

export const GENDERS = ["female", "male"] as const;
export type Gender = (typeof GENDERS)[number];

export const DOCUMENT_KINDS = ["cedula", "school_cedula", "passport", "birth_certificate", "other"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const BLOOD_TYPES = ["A+", "A-", "B+", "B-", "AB+", "AB-", "O+", "O-"] as const;
export type BloodType = (typeof BLOOD_TYPES)[number];

/** A student has up to one guardian of each type. */
export const GUARDIAN_TYPES = ["primary", "secondary", "emergency"] as const;
export type GuardianType = (typeof GUARDIAN_TYPES)[number];

/** Padre, Madre, Abuelo, Abuela, Tío, Tía, Hermano, Hermana, Tutor Legal, Otro. */
export const RELATIONSHIPS = [
  "father",
  "mother",
  "grandfather",
  "grandmother",
  "uncle",
  "aunt",
  "brother",
  "sister",
  "legal_guardian",
  "other",
] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

export const CIVIL_STATUSES = ["single", "married", "divorced", "widowed", "partnership"] as const;
export type CivilStatus = (typeof CIVIL_STATUSES)[number];

/** Persons besides the guardians who may pick a student up. */
export const MAX_AUTHORIZED = 2;

export const INCIDENT_KINDS = [
  "conduct",
  "absence",
  "lateness",
  "damage",
  "violence",
  "honesty",
  "other",
] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];
export const INCIDENT_SEVERITIES = ["minor", "moderate", "serious"] as const;
export type IncidentSeverity = (typeof INCIDENT_SEVERITIES)[number];

export const ACADEMIC_RESULTS = ["in_progress", "promoted", "held_back", "graduated", "withdrawn"] as const;
export type AcademicResult = (typeof ACADEMIC_RESULTS)[number];

/** What a document of a student is. */
export const STUDENT_DOCUMENT_KINDS = [
  "birth_certificate",
  "identity_card",
  "photo",
  "vaccination_card",
  "medical_report",
  "grades",
  "transfer",
  "agreement",
  "other",
] as const;
export type StudentDocumentKind = (typeof STUDENT_DOCUMENT_KINDS)[number];

/** Parts of a record that the sending school of a transfer chooses among. */
export const TRANSFER_SECTIONS = [
  "profile",
  "family",
  "academic",
  "health",
  "discipline",
  "documents",
] as const;
export type TransferSection = (typeof TRANSFER_SECTIONS)[number];

export const TRANSFER_STATUSES = [
  "awaiting_guardian",
  "awaiting_school",
  "completed",
  "declined",
  "withdrawn",
  "expired",
] as const;
export type TransferStatus = (typeof TRANSFER_STATUSES)[number];

/** A person as sentences name them; lists put the surnames first. */
export function fullName({ firstNames, lastNames }: { firstNames: string; lastNames: string }): string {
  return `${firstNames} ${lastNames}`.trim();
}

/** A person as lists sort them. */
export function listName({ firstNames, lastNames }: { firstNames: string; lastNames: string }): string {
  return firstNames === "" ? lastNames : `${lastNames}, ${firstNames}`;
}

/** Why a student of a bulk action was left as they were. */
export type StudentRefusal = "not_found" | "unchanged" | "merged" | "locked" | "before_last";
type Named = { id: string; name: string };
type Refused = Named & { ok: false; code: StudentRefusal };

/** What became of one student's status; `changeId` is what undoing takes back. */
export type StatusResult = (Named & { ok: true; changeId: string }) | Refused;

type PlaceNow = {
  yearId: string | null;
  gradeId: string | null;
  sectionId: string | null;
  listNumber: number | null;
};
/** Where a student was; `from` is the section in which the undoing finds them. */
export type StudentPlace = PlaceNow & { id: string; from: string | null };
export type MoveResult = (Named & { ok: true; was: PlaceNow }) | Refused;

/** Who can say no to a transfer beside the sending school, which withdraws it. */
export const TRANSFER_SIDES = ["guardian", "school"] as const;
export type TransferSide = (typeof TRANSFER_SIDES)[number];
