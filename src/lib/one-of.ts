/** The text as a member of the list; undefined where it is none. */
export function oneOf<Member extends string>(list: readonly Member[], text: unknown): Member | undefined {
  return list.find((member) => member === text);
}

/** Those of the texts that are members of the list, in their order. */
export function someOf<Member extends string>(list: readonly Member[], texts: Iterable<unknown>): Member[] {
  return [...texts].flatMap((text) => oneOf(list, text) ?? []);
}
