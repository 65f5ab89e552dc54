import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCedula, readCedula, readSchoolCedula } from "./cedula";
import { readBirthDate, readDay } from "./day";
import { readGender } from "./gender";
import { properName } from "./names";
import { IDENTITY_PROBLEMS, type Normalised } from "./normalised";
import { formatPhone, readPhone } from "./phone";

const TODAY = "2026-11-28";

/** The value, with its warning; or the code. */
function told(result: Normalised<string>): string {
  if (!result.ok) return result.code;
  return result.warning === undefined ? result.value : `${result.value} (${result.warning})`;
}

describe("a cédula", () => {
  it.each([
    ["V-12.345.678", "V12345678"],
    ["v12345678", "V12345678"],
    ["12345678", "V12345678"],
    [12345678, "V12345678"],
    ["12345678.0", "V12345678"],
    [" V-31.003.519 ", "V31003519"],
    ["v-31004331", "V31004331"],
    ["V 08.123.456", "V8123456"],
    ["E-84.123.456", "E84123456"],
    ["e 84123456", "E84123456"],
    ["C.I. V-12.345.678", "V12345678"],
    ["CI: 12345678", "V12345678"],
    ["Cédula 12 345 678", "V12345678"],
    ["N° 12.345.678", "V12345678"],
    ["V–12345678", "V12345678"],
    ["１２３４５６７８", "V12345678"],
    ["\u200B12345678", "V12345678"],
    ["12345", "V12345 (identity.cedulaOddLength)"],
    ["V-1.234.567.890", "V1234567890 (identity.cedulaOddLength)"],
    ["V-31A08296", "identity.cedulaLetters"],
    ["V31O08296", "identity.cedulaLetters"],
    ["P12345678", "identity.cedulaLetters"],
    ["VE12345678", "identity.cedulaLetters"],
    ["12345678V", "identity.cedulaLetters"],
    ["12/345/678", "identity.cedulaLetters"],
    [-12345678.5, "identity.cedulaLetters"],
    ["no tiene", "identity.cedulaLetters"],
    ["V-", "identity.cedulaLetters"],
    ["123", "identity.cedulaLength"],
    ["1234567890123", "identity.cedulaLength"],
    ["", "identity.cedulaEmpty"],
    [" - ", "identity.cedulaEmpty"],
    ["000", "identity.cedulaLength"],
    [Number.NaN, "identity.cedulaLetters"],
  ])("%s is %s", (typed, expected) => {
    expect(told(readCedula(typed))).toBe(expected);
  });

  it("is the same however it is written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 999_999_999 }), fc.constantFrom("V", "E"), (number, kind) => {
        const stored = `${kind}${number}`;
        for (const typed of [stored, formatCedula(stored), stored.toLowerCase(), ` ${kind} ${number}`]) {
          const found = readCedula(typed);
          expect(found).toMatchObject({ ok: true, value: stored });
        }
      }),
    );
  });
});

describe("a cédula escolar", () => {
  it.each([
    ["11630348783", "11630348783"],
    [11630348783, "11630348783"],
    ["1 16 30348783", "11630348783"],
    ["V-11630348783", "11630348783"],
    ["CE 11630348783", "11630348783"],
    ["11608348783", "11608348783"],
    ["01608348783", "01608348783"],
    ["1168348783", "1168348783 (identity.schoolCedulaOddLength)"],
    ["1163034878A", "identity.schoolCedulaLetters"],
    ["12345", "identity.schoolCedulaLength"],
    ["", "identity.schoolCedulaEmpty"],
  ])("%s is %s", (typed, expected) => expect(told(readSchoolCedula(typed))).toBe(expected));
});

describe("a phone number", () => {
  it.each([
    ["0412-3644981", "+584123644981"],
    ["0414 375.7096", "+584143757096"],
    ["+58 414 7044346", "+584147044346"],
    [4141636818, "+584141636818"],
    ["4141636818", "+584141636818"],
    ["04169334850", "+584169334850"],
    ["(0283) 651-6601", "+582836516601"],
    ["58 412 3644981", "+584123644981"],
    ["+58 0412 3644981", "+584123644981"],
    ["0058 412 3644981", "+584123644981"],
    ["Tel. 0412-3644981", "+584123644981"],
    ["0412 3644981 ", "+584123644981"],
    ["+57 300 123 4567", "+573001234567"],
    ["+1 (415) 555-0100", "+14155550100"],
    ["0034 600 123 456", "+34600123456"],
    ["0499-3644981", "+584993644981 (identity.phoneUnknownArea)"],
    ["364-4981", "3644981 (identity.phoneWithoutArea)"],
    ["0412-364498", "identity.phoneLength"],
    ["+58 412 36449", "identity.phoneLength"],
    ["0412-3644981 / 0414-3757096", "identity.phoneLength"],
    ["+0412 3644981", "identity.phoneLength"],
    ["0412-TIENDA", "identity.phoneLetters"],
    ["no tiene", "identity.phoneLetters"],
    ["-", "identity.phoneLetters"],
    [0.5, "identity.phoneLetters"],
    ["", "identity.phoneEmpty"],
  ])("%s is %s", (typed, expected) => expect(told(readPhone(typed))).toBe(expected));

  it.each([
    ["+584143757096", "0414-3757096"],
    ["+582836516601", "0283-6516601"],
    ["+14155550100", "+14155550100"],
    ["3644981", "3644981"],
    ["", ""],
  ])("%s is shown as %s", (stored, shown) => expect(formatPhone(stored)).toBe(shown));

  it("is the same however it is written", () => {
    const national = fc.tuple(fc.constantFrom("412", "414", "416", "424", "426", "283", "212"), digits(7));
    fc.assert(
      fc.property(national, ([area, number]) => {
        const stored = `+58${area}${number}`;
        const written = [
          stored,
          formatPhone(stored),
          `${area}${number}`,
          `58${area}${number}`,
          Number(area + number),
        ];
        for (const typed of written) expect(readPhone(typed)).toEqual({ ok: true, value: stored });
      }),
    );
  });
});

describe("a day", () => {
  it.each([
    ["27-07-2011", "2011-07-27"],
    ["1/3/2013", "2013-03-01"],
    ["25.12.2013", "2013-12-25"],
    ["2011-10-21", "2011-10-21"],
    ["2011/1/2", "2011-01-02"],
    ["2011-10-21 00:00:00", "2011-10-21"],
    ["2011-10-21T00:00:00.000Z", "2011-10-21"],
    ["14 de marzo de 2015", "2015-03-14"],
    ["14 MAR 2015", "2015-03-14"],
    ["14-mar-2015", "2015-03-14"],
    ["3 de septiembre del 2019", "2019-09-03"],
    [40166, "2009-12-19"],
    [45925.75, "2025-09-25"],
    [1, "1900-01-01"],
    [59, "1900-02-28"],
    [61, "1900-03-01"],
    ["29/02/2012", "2012-02-29"],
    ["14/3/15", "2015-03-14 (identity.dayShortYear)"],
    ["14/3/85", "1985-03-14 (identity.dayShortYear)"],
    ["29/02/2013", "identity.dayImpossible"],
    ["31/04/2015", "identity.dayImpossible"],
    ["12/25/2013", "identity.dayImpossible"],
    ["00/01/2013", "identity.dayImpossible"],
    ["1/1/0999", "identity.dayImpossible"],
    [60, "identity.dayImpossible"],
    [0, "identity.dayUnreadable"],
    [-3, "identity.dayUnreadable"],
    [Number.NaN, "identity.dayUnreadable"],
    [9_999_999, "identity.dayUnreadable"],
    ["14 de martes de 2015", "identity.dayUnreadable"],
    ["ayer", "identity.dayUnreadable"],
    ["2015", "identity.dayUnreadable"],
    ["14/3/215", "identity.dayUnreadable"],
    ["", "identity.dayEmpty"],
  ])("%s is %s", (typed, expected) => expect(told(readDay(typed, 2026))).toBe(expected));

  it("of a birth is neither ahead nor long ago", () => {
    expect(told(readBirthDate("28/11/2026", TODAY))).toBe("2026-11-28");
    expect(told(readBirthDate("29/11/2026", TODAY))).toBe("identity.birthFuture");
    expect(told(readBirthDate("1/1/1916", TODAY))).toBe("1916-01-01");
    expect(told(readBirthDate("31/12/1915", TODAY))).toBe("identity.birthTooOld");
    expect(told(readBirthDate("", TODAY))).toBe("identity.dayEmpty");
  });

  it("is the same however it is written", () => {
    const days = fc.date({ min: new Date("1900-03-01"), max: new Date("2099-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split("-").map(Number);
        const serial = Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
        for (const typed of [iso, `${day}/${month}/${year}`, `${day}-${month}-${year}`, serial])
          expect(readDay(typed)).toEqual({ ok: true, value: iso });
      }),
    );
  });
});

describe("a gender", () => {
  it.each([
    ["F", "female"],
    ["Fem.", "female"],
    ["femenino", "female"],
    ["Niña", "female"],
    ["Hembra", "female"],
    ["M", "male"],
    ["MASCULINO ", "male"],
    ["Varón", "male"],
    ["H", "identity.genderUnknown"],
    ["X?", "identity.genderUnknown"],
    ["M?", "identity.genderUnknown"],
    ["?", "identity.genderUnknown"],
    ["", "identity.genderEmpty"],
    [" ", "identity.genderEmpty"],
  ])("%s is %s", (typed, expected) => expect(told(readGender(typed))).toBe(expected));
});

describe("a name", () => {
  it.each([
    ["MARÍA DEL CARMEN", "María del Carmen"],
    ["DE LA ROSA PEÑA", "De la Rosa Peña"],
    ["pérez-gil", "Pérez-Gil"],
    ["D'ANGELO", "D'Angelo"],
    ["  GUZMÁN   ROJAS ", "Guzmán Rojas"],
    ["McDonald", "McDonald"],
    ["Ana MARÍA", "Ana MARÍA"],
    ["A", "A"],
    ["", ""],
  ])("%s is %s", (typed, expected) => expect(properName(typed)).toBe(expected));

  it("that was put right stays", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."aábcñÁÑXYZ -'."), maxLength: 30 });
    fc.assert(
      fc.property(letters, (text) => {
        expect(properName(properName(text))).toBe(properName(text));
      }),
    );
  });
});

it("never throws, and stores only what the database holds", () => {
  const problems = new Set<string>(IDENTITY_PROBLEMS);
  const typed = fc.oneof(fc.string({ unit: "binary" }), fc.string(), fc.double(), fc.integer(), digits(11));
  fc.assert(
    fc.property(typed, (input) => {
      const forms = [
        [readCedula(input), /^[VE][1-9][0-9]{3,11}$/],
        [readSchoolCedula(input), /^[0-9]{6,15}$/],
        [readPhone(input), /^(\+[1-9][0-9]{6,14}|[0-9]{7})$/],
        [readDay(input), /^\d{4}-\d{2}-\d{2}$/],
      ] as const;
      for (const [found, form] of forms) {
        if (found.ok) expect(found.value).toMatch(form);
        else expect(problems).toContain(found.code);
      }
    }),
    { numRuns: 1000 },
  );
});

/** Exactly so many figures. */
function digits(length: number) {
  return fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: length, maxLength: length });
}
