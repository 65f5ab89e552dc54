import { describe, expect, it } from "vitest";
import { readCedula, readSchoolCedula } from "@/domain/identity/cedula";
import { readBirthDate } from "@/domain/identity/day";
import { readPhone } from "@/domain/identity/phone";
import { seedStudents } from "./student-data";

describe.each([0, 1, 2])("the invented students of school %i", (offset) => {
  const students = seedStudents(offset);
  const guardians = new Map(
    students.flatMap((student) => student.guardians.map((person) => [person.key, person] as const)),
  );

  it("are a few dozen over all grades, some of them siblings", () => {
    expect(students.length).toBeGreaterThan(36);
    expect(new Set(students.map(({ grade }) => grade)).size).toBe(11);
    expect(guardians.size).toBeLessThan(students.flatMap((student) => student.guardians).length);
    expect(new Set(students.map(({ status }) => status)).size).toBe(4);
    expect(seedStudents(offset)).toEqual(students);
  });

  it("have numbers and dates as people write them, each once", () => {
    for (const { cedula, schoolCedula, birthDate, guardians: own } of students) {
      if (cedula !== null) expect(readCedula(cedula)).toEqual({ ok: true, value: cedula });
      else expect(readSchoolCedula(schoolCedula ?? "")).toEqual({ ok: true, value: schoolCedula });
      expect(readBirthDate(birthDate, "2026-11-28")).toEqual({ ok: true, value: birthDate });
      for (const person of own) {
        expect(readCedula(person.cedula)).toEqual({ ok: true, value: person.cedula });
        expect(readPhone(person.mobilePhone)).toEqual({ ok: true, value: person.mobilePhone });
      }
      expect(new Set(own.map(({ type }) => type)).size).toBe(own.length);
    }
    const numbers = [
      ...students.map(({ cedula, schoolCedula }) => cedula ?? schoolCedula),
      ...[...guardians.values()].map(({ cedula }) => cedula),
    ];
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(new Set(students.map(({ code }) => code)).size).toBe(students.length);
  });
});
