import { describe, expect, it } from "vitest";
import en from "../../messages/en.json";
import { judge, keysIn } from "./message-judge";
import { messageUse } from "./message-use";
import { sourcesOf } from "./source";

/** What the check says of one small file and these messages. */
function verdictOf(text: string, messages: object) {
  return judge(messageUse([{ file: "page.tsx", text }]), keysIn(messages));
}

const clean = { unused: [], missing: [] };

describe("the messages", () => {
  const use = messageUse(sourcesOf("src"));
  const { unused, missing } = judge(use, keysIn(en));

  it("are all used", () => expect(unused).toEqual([]));
  it("are there for every use", () => expect(missing).toEqual([]));
  it("are asked for by a namespace that can be read", () => expect(use.problems).toEqual([]));
});

describe("the check of messages", () => {
  it("sees a message that nothing uses, and a use of one that is not there", () => {
    const text = `const t = useTranslations("users"); export const a = t("title") + t("gone");`;
    expect(verdictOf(text, { users: { title: "People", old: "Old" } })).toEqual({
      unused: ["users.old"],
      missing: ["page.tsx: users.gone"],
    });
  });

  it.each([
    ["a plain call", `const t = useTranslations("users"); t("title");`],
    ["the server's", `async function f() { const t = await getTranslations("users"); return t("title"); }`],
    ["several at once", `const [x, t] = await Promise.all([y(), getTranslations("users")]); t("title");`],
    ["one by its options", `const t = await getTranslations({ locale, namespace: "users" }); t("title");`],
    ["one that is not kept", `export const title = (await getTranslations("users"))("title");`],
    ["rich text", `const t = useTranslations("users"); t.rich("title", {});`],
    ["no namespace", `const t = useTranslations(); t("users.title");`],
    ["a choice", `const t = useTranslations("users"); t(a ? "title" : "title");`],
    ["what is handed on", `const t = useTranslations("users"); say(t); const key = "title";`],
    ["what a run knows", `const t = useTranslations("users"); for (const key of ["title"]) t(key);`],
    [
      "what is returned",
      `function mail() { return createTranslator({ namespace: "users" }); } const key = "title";`,
    ],
  ])("understands %s", (_name, text) => {
    expect(verdictOf(text, { users: { title: "People" } })).toEqual(clean);
  });

  it("takes for a template the keys whose gaps are words of the sources", () => {
    const text = `const t = useTranslations("users"); const KINDS = ["new", "old"]; t(\`kinds.\${kind}.title\`);`;
    const kind = { title: "x" };
    expect(verdictOf(text, { users: { kinds: { new: kind, old: kind } } })).toEqual(clean);
    expect(verdictOf(text, { users: { kinds: { new: kind, removed: kind } } })).toEqual({
      unused: ["users.kinds.removed.title"],
      missing: [],
    });
    expect(verdictOf(text, { users: {} }).missing).toEqual(["page.tsx: users.kinds.*.title"]);
  });

  it("keeps translators of the same name apart", () => {
    const text = `function A() { const t = useTranslations("a"); return t("x"); }
      function B() { const t = useTranslations("b"); return t("y"); }`;
    expect(verdictOf(text, { a: { x: "" }, b: { y: "" } })).toEqual(clean);
    expect(verdictOf(text, { a: { y: "" }, b: { x: "" } }).missing).toHaveLength(2);
  });

  it("asks for the sentence of a domain error, and lets `has` ask for what may miss", () => {
    const text = `throw new DomainError("conflict", "class.full"); const t = useTranslations("x"); t.has("maybe");`;
    expect(verdictOf(text, { errors: { class: { full: "Full." } } })).toEqual(clean);
    expect(verdictOf(text, {}).missing).toEqual(["page.tsx: errors.class.full"]);
  });

  it("refuses a namespace that only a run knows", () => {
    const { problems } = messageUse([{ file: "a.tsx", text: "const t = useTranslations(kind);" }]);
    expect(problems).toHaveLength(1);
  });
});
