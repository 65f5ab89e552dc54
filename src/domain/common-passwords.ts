/** Passwords of eight characters and more that are tried first, in both languages; compared in lower case. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  (
    "12345678 123456789 1234567890 0123456789 987654321 9876543210 11223344 12341234 1q2w3e4r 1q2w3e4r5t 1qaz2wsx " +
    "qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 asdfghjkl asdf1234 zxcvbnm1 abcdefgh abcd1234 abc12345 a1b2c3d4 " +
    "password password1 password12 password123 password! password1! passw0rd p@ssw0rd p@ssword pa55word letmein1 " +
    "welcome1 welcome123 welcome! changeme changeme1 changeme123 iloveyou iloveyou1 sunshine princess football baseball " +
    "superman batman123 starwars trustno1 whatever dragon123 monkey123 master123 shadow123 michael1 jennifer charlie1 " +
    "computer internet samsung1 facebook google123 liverpool chelsea1 barcelona realmadrid " +
    "contraseña contrasena contrasena1 contraseña1 contraseña123 contrasena123 clave123 clave1234 miclave1 micontraseña " +
    "bienvenido bienvenida bienvenido1 teamo123 teamomucho tequiero tequiero1 mariposa princesa estrella corazon1 " +
    "venezuela venezuela1 caracas1 colegio1 colegio123 escuela1 escuela123 profesor profesor1 estudiante alumno123 " +
    "school123 teacher1 teacher123 student1 homeroom homeroom1 administrator administrador admin1234 administrador1"
  ).split(" "),
);
