/** Every given name meets every family name: plainly invented people. */
export const GIVEN =
  `Ágata Bruno Celia Darío Elsa Fermín Gisela Hernán Inés Joaquín Katia León Mónica Nicolás Ofelia Ramón
  Úrsula Víctor Ximena Zoé`.split(/\s+/);
export const FAMILY =
  `Acuña Álvarez Blanco Cedeño Díaz Espinoza Farías García Hernández Ibáñez Jiménez Linares Márquez Núñez
  Ortiz Peña Quiñones Ramírez Sánchez Toro Uzcátegui Villalobos Yánez Zambrano`.split(/\s+/);
