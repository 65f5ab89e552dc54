import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_GRADES } from "../academics-list";
import { readGender } from "../identity/gender";
import { createStudentInput } from "../student";
import { BLOOD_TYPES } from "../student-list";
import { findGrade, gradeKey } from "./grade-name";
import { readHeight, readIncome, readListNumber, readNumber, readWeight } from "./numbers";
import type { Reading } from "./reading";
import {
  readBloodType,
  readCivilStatus,
  readDocumentKind,
  readRelationship,
  readStatus,
  readYesNo,
} from "./words";
import { WRITTEN_WORDS, writtenYesNo } from "./written-words";

const told = <Value>(read: Reading<Value>) => (read.ok ? read.value : read.code);

describe("a grade's name", () => {
  it.each([
    ["5to Año", "5 ano"],
    ["5TO AÑO", "5 ano"],
    ["5° Año", "5 ano"],
    ["5.º año", "5 ano"],
    ["Quinto Año", "5 ano"],
    ["quinto ano", "5 ano"],
    ["5 Año", "5 ano"],
    ["5to. Año", "5 ano"],
    ["5toAño", "5toano"],
    ["V Año", "5 ano"],
    ["3° Grado", "3 grado"],
    ["1ER GRADO", "1 grado"],
    ["1 er Grado", "1 grado"],
    ["Primer Grado", "1 grado"],
    ["Primer año", "1 ano"],
    ["3er Grado de Educación Primaria", "3 grado"],
    ["Grado 3", "3 grado"],
    ["III Nivel", "3 nivel"],
    ["Maternal", "maternal"],
    ["5to", "5"],
    [" ", ""],
  ])("%s means %s", (name, key) => expect(gradeKey(name)).toBe(key));

  it("finds each of the usual grades, and no other, however it is typed", () => {
    const ordinals = ["", "primer", "segundo", "tercer", "cuarto", "quinto", "sexto"];
    for (const grade of DEFAULT_GRADES) {
      const [figures = "", unit = ""] = grade.name.split(" ");
      const number = Number.parseInt(figures, 10);
      for (const typed of [
        grade.name,
        grade.name.toUpperCase(),
        `${number}° ${unit}`,
        `${number}º ${unit.toLowerCase()}`,
        `${number} ${unit}`,
        ` ${ordinals[number]} ${unit} `,
        grade.name.replace("ñ", "n"),
      ])
        expect(findGrade(typed, DEFAULT_GRADES), typed).toBe(grade);
    }
    expect(findGrade("7mo Grado", DEFAULT_GRADES)).toBeUndefined();
    expect(findGrade("5to", DEFAULT_GRADES)).toBe("ambiguous");
    expect(findGrade("6to", DEFAULT_GRADES)).toMatchObject({ name: "6to Grado" });
    expect(findGrade("MATERNAL", [{ name: "Maternal" }])).toEqual({ name: "Maternal" });
  });
});

describe("numbers", () => {
  it.each([
    [1203, 1203],
    ["676,50", 676.5],
    ["676.50", 676.5],
    ["1.234,50", 1234.5],
    ["1,234.50", 1234.5],
    ["1 234,50", 1234.5],
    ["1.234", 1234],
    ["1,234", 1234],
    ["0.234", 0.234],
    ["1.234.567", 1234567],
    ["1.234.567,8", 1234567.8],
    ["Bs. 500", 500],
    ["Bs.F 500,5", 500.5],
    ["$ 200", 200],
    ["200 USD", 200],
    ["65 kg", 65],
    ["65,5Kg.", 65.5],
    ["500,", 500],
    ["", "matricula.numberUnreadable"],
    ["mil", "matricula.numberUnreadable"],
    ["1.2.3", "matricula.numberUnreadable"],
    ["1,2,3", "matricula.numberUnreadable"],
    ["12.34,5", "matricula.numberUnreadable"],
    ["5-6", "matricula.numberUnreadable"],
    [Number.NaN, "matricula.numberUnreadable"],
    [true, "matricula.numberUnreadable"],
  ])("%s is %s", (typed, expected) => expect(told(readNumber(typed))).toBe(expected));

  it("have their bounds", () => {
    expect(told(readIncome("-5"))).toBe("matricula.numberOutOfRange");
    expect(told(readWeight("650"))).toBe("matricula.numberOutOfRange");
    expect(told(readHeight("1,13"))).toBe(113);
    expect(told(readHeight("1.13 m"))).toBe(113);
    expect(told(readHeight(113))).toBe(113);
    expect(told(readHeight(13))).toBe("matricula.numberOutOfRange");
    expect(told(readListNumber("12"))).toBe(12);
    expect(told(readListNumber(1.5))).toBe("matricula.countOutOfRange");
    expect(told(readListNumber("-1"))).toBe("matricula.countOutOfRange");
    expect(told(readListNumber(0))).toBe("matricula.countOutOfRange");
    expect(told(readListNumber(10_000))).toBe("matricula.countOutOfRange");
    // What a form takes, the import takes, and the other way round.
    const { listNumber } = createStudentInput.shape;
    for (const value of [0, 1, 1.5, 999, 1_000, 9_999, 10_000])
      expect(listNumber.safeParse(value).success).toBe(readListNumber(value).ok);
  });

  it("are the same with the signs of here and of there", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_99 }), (cents) => {
        const value = cents / 100;
        const here = value.toLocaleString("es-ES", { minimumFractionDigits: 2, useGrouping: "always" });
        const there = value.toLocaleString("en-US", { minimumFractionDigits: 2 });
        for (const typed of [here, there, value, value.toFixed(2), value.toFixed(2).replace(".", ",")])
          expect(told(readIncome(typed))).toBe(value);
      }),
    );
  });

  it("never throw", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.double()), (typed) => {
        const read = readNumber(typed);
        if (read.ok) expect(Number.isFinite(read.value)).toBe(true);
      }),
    );
  });
});

describe("words", () => {
  it("are read as they are written, whatever their case and accents", () => {
    const dressed = (word: string) => [
      word,
      word.toUpperCase(),
      ` ${word.toLowerCase()} `,
      word.normalize("NFD"),
    ];
    const readers = {
      status: readStatus,
      gender: readGender,
      document_kind: readDocumentKind,
      relationship: readRelationship,
      civil_status: readCivilStatus,
    };
    for (const type of Object.keys(readers) as (keyof typeof readers)[])
      for (const [value, written] of Object.entries(WRITTEN_WORDS[type]))
        for (const word of dressed(written)) expect(told<unknown>(readers[type](word))).toBe(value);
    for (const value of [true, false])
      for (const word of dressed(writtenYesNo(value))) expect(told(readYesNo(word))).toBe(value);
  });

  it.each([
    ["Retirado", "inactive"],
    ["Egresada", "graduated"],
    ["Graduado", "graduated"],
    ["TRANSFERIDO", "transferred"],
    ["activo.", "active"],
    ["¿?", "matricula.statusUnknown"],
  ])("%s is %s", (word, status) => expect(told(readStatus(word))).toBe(status));

  it("of a tie to the student may be of another family's, of marriage of either gender", () => {
    expect(told(readRelationship("Padrino"))).toBe("other");
    expect(told(readRelationship("tutor legal"))).toBe("legal_guardian");
    expect(told(readRelationship("quién sabe"))).toBe("matricula.relationshipUnknown");
    expect(told(readCivilStatus("Casado(a)"))).toBe("married");
    expect(told(readCivilStatus("SOLTERA"))).toBe("single");
    expect(told(readYesNo("X"))).toBe(true);
    expect(told(readYesNo("quizás"))).toBe("matricula.yesNoUnknown");
    expect(told(readDocumentKind("C.I."))).toBe("cedula");
  });
});

describe("a blood type", () => {
  it.each([
    ["O+", "O+"],
    ["o +", "O+"],
    ["0+", "O+"],
    ["ORH+", "O+"],
    ["A Rh (-)", "A-"],
    ["AB negativo", "AB-"],
    ["ab-", "AB-"],
    ["B POSITIVO", "B+"],
    ["B–", "B-"],
    ["O", "matricula.bloodTypeUnknown"],
    ["O+?", "matricula.bloodTypeUnknown"],
    ["C+", "matricula.bloodTypeUnknown"],
    ["", "matricula.bloodTypeUnknown"],
  ])("%s is %s", (typed, expected) => expect(told(readBloodType(typed))).toBe(expected));

  it("is read as it is written", () => {
    for (const type of BLOOD_TYPES) expect(told(readBloodType(type))).toBe(type);
  });
});
