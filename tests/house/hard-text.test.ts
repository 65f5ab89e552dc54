import { describe, expect, it } from "vitest";
import { hardText } from "./hard-text";
import { sourcesOf } from "./source";

it("no text in the markup is anything but a message", () => {
  expect(hardText(sourcesOf("src").filter(({ file }) => file.endsWith("x")))).toEqual([]);
});

describe("the check of text in the markup", () => {
  const found = (text: string) => hardText([{ file: "a.tsx", text }]);

  it.each([
    ["text between tags", "<p>Add people</p>", "Add people"],
    ["text in braces", '<p>{"Add people"}</p>', "Add people"],
    ["a choice", '<p>{many ? "People" : null}</p>', "People"],
    ["what is shown when something holds", '<p>{many && "People"}</p>', "People"],
    ["a template", `<p>{${"`$"}{count} people${"`"}}</p>`, "people"],
    ["a label for ears", '<nav aria-label="Main" />', "Main"],
    ["a title", '<Section title="Élèves" />', "Élèves"],
    ["a label of a component", '<Dialog confirmLabel={ready ? "Send" : "Wait"} />', "Send"],
    ["an option", '<Select options={[{ value: "a", label: "First class" }]} />', "First class"],
    ["a page's title", 'const metadata = { title: "People of a school" };', "People of a school"],
  ])("sees %s", (_name, text, shown) => {
    expect(
      found(`export const x = ${text.startsWith("<") ? text : "1"}; ${text.startsWith("<") ? "" : text}`),
    ).toContain(`a.tsx: ${shown}`);
  });

  it.each([
    ["a message", '<p title={t("hint")}>{t("people")}</p>'],
    ["signs and figures", "<p>{a} · {b} — 100 %</p>"],
    ["the product's name", "<title>Homeroom</title>"],
    [
      "what people do not read",
      '<input type="email" name="email" className="grid gap-2" aria-labelledby="people" />',
    ],
    ["what is printed on a key", "<Kbd>Esc</Kbd>"],
    ["a word of the browser's", '<input enterKeyHint="go" />'],
    ["a word of the code", '<Row columns={[{ key: "label", label: "name" }]} />'],
  ])("lets %s pass", (_name, text) => {
    expect(found(`export const x = ${text};`)).toEqual([]);
  });
});
