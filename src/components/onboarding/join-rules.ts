import { passwordProblem } from "@/domain/account";
import type { JoinStep } from "@/domain/onboarding-list";
import { organizationNameSchema } from "@/domain/organization";
import { SETTING_SCHEMAS } from "@/domain/settings";
import { personNameSchema } from "@/domain/user";
import { slugSchema } from "@/lib/slug";
import type { JoinDraft } from "./use-join-draft";

/** What the steps check before the server does; fetched with the first of them. */

export type Filled = JoinDraft & { password: string };
export type JoinField = Exclude<keyof Filled, "reached">;
export type Problems = Partial<Record<JoinField, string>>;

type Schema = { safeParse: (value: string) => { error?: { issues: { message: string }[] } | undefined } };

const SCHEMAS: Partial<Record<JoinField, Schema>> = {
  schoolName: organizationNameSchema,
  slug: slugSchema,
  name: personNameSchema,
  primaryColor: SETTING_SCHEMAS["branding.primaryColor"],
  motto: SETTING_SCHEMAS["branding.motto"],
};

const FIELDS: Record<JoinStep, readonly JoinField[]> = {
  school: ["schoolName"],
  address: ["slug"],
  account: ["name", "password"],
  look: ["primaryColor", "motto"],
  year: ["year"],
  summary: [],
};

/** What is wrong with a step, by field, as keys of the `errors` messages. */
export function problemsOf(
  step: JoinStep,
  filled: Filled,
  { email, hasAccount }: { email: string; hasAccount: boolean },
): Problems {
  const problems: Problems = {};
  for (const field of FIELDS[step]) {
    const key = problemOf(field);
    if (key !== undefined) problems[field] = key;
  }
  return problems;

  function problemOf(field: JoinField): string | undefined {
    if (field === "name" && hasAccount) return undefined;
    if (field === "year") return filled.year === "" ? "academics.yearName" : undefined;
    if (field === "password") return passwordKey();
    return SCHEMAS[field]?.safeParse(filled[field]).error?.issues[0]?.message;
  }

  function passwordKey(): string | undefined {
    if (hasAccount) return filled.password === "" ? "password.missing" : undefined;
    const problem = passwordProblem(filled.password, email);
    return problem && `password.${problem}`;
  }
}
