import { DECLARED_FIELDS } from "./fields";
import type { Person } from "./people";
import type { Tie } from "./ties";
import type { Link } from "./types";
import { type Held, held } from "./values";

/**
 * Settles what the record of a person says and what the forms of their children declare: the person keeps a value as
 * long as one child's form uses it, else takes the first form's; a form that differs declares (decision 23). `others` are
 * ties to children whom the file does not change; they say what they said before.
 */
export function settleDeclared(
  person: Person,
  ties: readonly Tie[],
  others: readonly Link[],
): { link: Link; declared: Record<string, unknown> }[] {
  const record: Record<string, unknown> = person.after;
  const known: Record<string, unknown> = { ...person.known };
  const inFile = ties.map(({ after, said }) => ({
    link: after,
    said: (key: string) => said.get(key) ?? null,
  }));
  const besides = others.map((link) => ({
    link,
    said: (key: string): Held => held(link.declared[key] ?? known[key]),
  }));
  const forms = [...inFile, ...besides].map((form) => ({ ...form, declared: {} as Record<string, unknown> }));
  for (const key of DECLARED_FIELDS) {
    const said = forms.map((form) => form.said(key));
    const now = held(known[key]);
    const first = said.find((value) => value !== null) ?? null;
    const kept = now !== null && said.includes(now) ? now : (first ?? now);
    if (kept !== null) record[key] = kept;
    for (const [index, form] of forms.entries()) {
      const value = said[index] ?? null;
      if (value !== null && value !== kept) form.declared[key] = value;
    }
  }
  return forms.map(({ link, declared }) => ({ link, declared }));
}
