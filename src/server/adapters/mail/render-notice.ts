import type { Notice } from "@/domain/notification-schemas";
import { tidyText } from "@/lib/tidy-text";
import { compose, type MailTranslator, orNone, type RenderedMail, type ToPerson } from "./render";

/** What happened to somebody in one act, in one message; `manageUrl` is where they choose what they are told. */
export function renderNotice(
  input: ToPerson & { notices: readonly Notice[]; url: string; manageUrl: string },
): Promise<RenderedMail> {
  const { notices, url, manageUrl } = input;
  const kinds = new Set(notices.map(({ kind }) => kind));
  const [about = "several"] = kinds.size === 1 ? kinds : [];
  return compose(input, "notice", {
    values: { name: orNone(input.name), about },
    url,
    further: (t) => ({
      lines: notices.map((notice) => lineOf(t, notice)),
      manage: { label: t("notice.manage"), url: manageUrl },
    }),
  });
}

function lineOf(t: MailTranslator, notice: Notice): string {
  switch (notice.kind) {
    case "classes": {
      const { change, className, fromClassName = "" } = notice;
      return t("notice.lines.classes", { change, class: tidyText(className), from: orNone(fromClassName) });
    }
    case "coaching":
      return t("notice.lines.coaching", { part: notice.part, class: tidyText(notice.className) });
    case "membership":
      return t("notice.lines.membership", { became: notice.became });
    case "invitations":
      return t("notice.lines.invitations", { who: tidyText(notice.name), role: notice.role });
    case "transfers": {
      const { change, student, school } = notice;
      return t("notice.lines.transfers", { change, student: tidyText(student), other: tidyText(school) });
    }
  }
}
