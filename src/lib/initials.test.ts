import { expect, it } from "vitest";
import { initials } from "./initials";

it.each([
  ["María Fernanda Ortega", "MO"],
  ["  álvaro de la Peña ", "ÁP"],
  ["Siobhán D'Souza", "SD"],
  ["Prince", "P"],
  ["(Ana) Ruiz", "AR"],
  ["", "?"],
  ["de la", "?"],
  ["𝒜na 李", "𝒜李"],
])("%j -> %s", (name, letters) => expect(initials(name)).toBe(letters));
