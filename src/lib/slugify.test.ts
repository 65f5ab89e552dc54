import { expect, test } from "vitest";
import { slugify, slugProposals } from "./slugify";

test("a name becomes words with hyphens, without accents, whole words alone", () => {
  expect(slugify("Colegio Andrés Bello")).toBe("colegio-andres-bello");
  expect(slugify("  U.E. “Íñigo  Peña” N.º 5 ")).toBe("u-e-inigo-pena-n-5");
  expect(slugify("Школа 5")).toBe("5");
  expect(slugify("Unidad Educativa Colegio Nuestra Señora de la Candelaria")).toBe(
    "unidad-educativa-colegio-nuestra-senora",
  );
  expect(slugify("x".repeat(80))).toHaveLength(40);
  expect(slugify("¡!")).toBe("");
});

test("proposals are different and of the right form, and a name without letters has none", () => {
  expect(slugProposals("Unidad Educativa Simón Rodríguez")).toEqual([
    "unidad-educativa-simon-rodriguez",
    "simon-rodriguez",
    "colegio-simon-rodriguez",
    "uesr",
    "simon-rodriguez-edu",
    "simon-rodriguez-2",
    "simon-rodriguez-3",
  ]);
  expect(slugProposals("Escuela")).toContain("escuela-2");
  expect(slugProposals("—")).toEqual([]);
});
