import type { TransferSection } from "@/domain/student-list";
import { tidyText } from "@/lib/tidy-text";
import { compose, orNone, type RenderedMail, type ToPerson } from "./render";

/** The messages about a student who moves to another school, to the guardian who was asked. */

/** `url` is the personal link, which says how the transfer stands. */
export type TransferMail = ToPerson & {
  student: string;
  to: string;
  sections: readonly TransferSection[];
  url: string;
};

/** Asks the guardian to agree, with the personal link that says all of it. */
export function renderTransferLink(
  input: TransferMail & { reason: string; expiresAt: Date },
): Promise<RenderedMail> {
  const { sections, reason, url, expiresAt } = input;
  return compose(input, "transferLink", {
    values: { ...namesOf(input), until: expiresAt },
    url,
    further: (t) => ({
      lines: [
        t("transferLink.sends", {
          sections: sections.map((section) => t(`transferSections.${section}`)).join(", "),
        }),
        ...(reason === "" ? [] : [t("transferLink.reason", { reason: tidyText(reason) })]),
      ],
    }),
  });
}

/** Tells that the other school has taken the student in. */
export function renderTransferCompleted(input: TransferMail): Promise<RenderedMail> {
  return compose(input, "transferCompleted", { values: namesOf(input), url: input.url });
}

/** Tells that the other school has said no, and why. */
export function renderTransferDeclined(input: TransferMail & { reason: string }): Promise<RenderedMail> {
  return compose(input, "transferDeclined", {
    values: { ...namesOf(input), reason: tidyText(input.reason) },
    url: input.url,
  });
}

function namesOf({ name, student, to }: TransferMail) {
  return { name: orNone(name), student: tidyText(student), to: tidyText(to) };
}
