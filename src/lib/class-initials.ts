// Cased letters alone: the º of 4.º is a letter too.
const SECTION = /(\d{1,2})[^\p{Lu}\p{Ll}]{0,3}([\p{Lu}\p{Ll}])$/u;

/** Two or three characters that tell classes apart: "Physics 9A" and "Robotics 9.º A" are 9A, "Robotics 1" is R1. */
export function classInitials(name: string): string {
  const section = SECTION.exec(name.trim());
  if (section) return `${section[1]}${section[2]}`.toUpperCase();
  const words = name.split(/\s+/).filter(Boolean);
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? "") : "";
  return `${words[0]?.[0] ?? "?"}${last}`.toUpperCase();
}
