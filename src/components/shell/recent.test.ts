import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetRecent, type Recent, readRecent, remember } from "./recent";

const person = (id: string): Recent => ({ kind: "person", id, name: `Person ${id}` });

function storage(text: string | null = null): Storage {
  const kept = new Map(text === null ? [] : [["homeroom.recent", text]]);
  return {
    get length() {
      return kept.size;
    },
    key: () => null,
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

beforeEach(() => vi.stubGlobal("window", { localStorage: storage() }));
afterEach(() => {
  forgetRecent();
  vi.unstubAllGlobals();
});

describe("what was opened last", () => {
  it("stands newest first, each once, five at most", () => {
    for (const id of ["1", "2", "3", "4", "5", "6", "2"]) remember("ana", person(id));
    expect(readRecent("ana").map(({ id }) => id)).toEqual(["2", "6", "5", "4", "3"]);
    remember("ana", { kind: "class", id: "2", name: "Robotics" });
    expect(
      readRecent("ana")
        .map(({ kind, id }) => `${kind} ${id}`)
        .slice(0, 2),
    ).toEqual(["class 2", "person 2"]);
  });

  it("is shown to nobody else, and gone when somebody else begins or it is forgotten", () => {
    remember("ana", person("1"));
    expect(readRecent("berta")).toEqual([]);
    remember("berta", person("2"));
    expect(readRecent("ana")).toEqual([]);
    forgetRecent();
    expect(readRecent("berta")).toEqual([]);
  });

  it.each(["", "{", "null", "[]", '{"owner":"ana"}', '{"owner":"ana","items":[1,{"kind":"x"},null]}'])(
    "survives %j in the store",
    (text) => {
      vi.stubGlobal("window", { localStorage: storage(text) });
      expect(readRecent("ana")).toEqual([]);
    },
  );

  it("lives in the tab where the browser keeps nothing", () => {
    const closed = () => {
      throw new Error("SecurityError");
    };
    vi.stubGlobal("window", { localStorage: { getItem: closed, setItem: closed, removeItem: closed } });
    remember("ana", person("1"));
    expect(readRecent("ana")).toEqual([person("1")]);
  });
});
