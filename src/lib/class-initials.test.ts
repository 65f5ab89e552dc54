import { expect, it } from "vitest";
import { classInitials } from "./class-initials";

it.each([
  ["Physics 9A", "9A"],
  ["Robotics 4.º A", "4A"],
  ["Química 10 b", "10B"],
  ["Robotics 1", "R1"],
  ["Intro to Algebra", "IA"],
  ["ajedrez", "A"],
  ["  ", "?"],
])("%s is %s", (name, initials) => expect(classInitials(name)).toBe(initials));
