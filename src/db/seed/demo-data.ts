import type { Role, Tier } from "@/domain/roles";
import type { SeededAcademics } from "./seed-academics";

export type DemoPerson = { name: string; email: string; role: Role; tier: Tier; password?: string };

export type DemoSchool = {
  slug: string;
  name: string;
  description: string;
  kind: "master" | "guest";
  placement: string;
  primaryColor: string;
  motto: string;
  locale: "en" | "es";
  contact: { email: string; phone: string; address: string };
  people: DemoPerson[];
  academics: Omit<SeededAcademics, "locale">;
  classes: DemoClass[];
};

/** People by their addresses; where there are more students than seats, the rest wait. */
export type DemoClass = {
  name: string;
  description?: string;
  year: string;
  /** With its grade: 1er Año A. */
  section?: string;
  subject?: string;
  capacity?: number;
  lead: string;
  coaches?: string[];
  students?: string[];
  isArchived?: boolean;
};

/** Somebody without a password: they are there to be seen. */
function person(role: "COACH" | "STUDENT", name: string, email: string): DemoPerson {
  return { name, email, role, tier: "COMMUNITY" };
}

/** The demo: the master school on the shared placement, and a guest placed apart. */
export const DEMO_SCHOOLS: DemoSchool[] = [
  {
    slug: "stemblock",
    name: "StemBlock AI",
    description: "Robotics, physics and mathematics after school.",
    kind: "master",
    placement: "app",
    primaryColor: "#0c6170",
    motto: "Build it, then explain it",
    locale: "en",
    contact: { email: "hello@stemblock.example", phone: "+1 555 0100", address: "12 Gear Street" },
    people: [
      {
        name: "Ada Platform",
        email: "admin@test.com",
        role: "ADMIN",
        tier: "ENTERPRISE",
        password: "Admin123!",
      },
      {
        name: "Olivia Org",
        email: "orgadmin@test.com",
        role: "ORG_ADMIN",
        tier: "ENTERPRISE",
        password: "OrgAdmin123!",
      },
      {
        name: "Carlos Coach",
        email: "coach@test.com",
        role: "COACH",
        tier: "COMMUNITY",
        password: "Coach123!",
      },
      {
        name: "Alex Student",
        email: "alex@test.com",
        role: "STUDENT",
        tier: "COMMUNITY",
        password: "Student123!",
      },
      { name: "Paula Parent", email: "parent@test.com", role: "PARENT", tier: "PRO", password: "Parent123!" },
      person("COACH", "Celia Montes", "celia@stemblock.example"),
      person("COACH", "Tomás Ferrer", "tomas@stemblock.example"),
      person("STUDENT", "Amara Osei", "amara@stemblock.example"),
      person("STUDENT", "Bruno Díaz", "bruno@stemblock.example"),
      person("STUDENT", "Chen Li", "chen@stemblock.example"),
      person("STUDENT", "Daniela Ruiz", "daniela@stemblock.example"),
      person("STUDENT", "Emma Novak", "emma@stemblock.example"),
      person("STUDENT", "Farid Haddad", "farid@stemblock.example"),
      person("STUDENT", "Grace Kim", "grace@stemblock.example"),
      person("STUDENT", "Hugo Salas", "hugo@stemblock.example"),
    ],
    academics: {
      years: ["2025-2026", "2026-2027"],
      sections: ["A", "B"],
      subjects: [
        ["Robotics", "ROB"],
        ["Physics", "PHY"],
        ["Mathematics", "MAT"],
        ["Chess", "CHE"],
      ],
    },
    classes: [
      {
        name: "Robotics 1",
        description: "From the first motor to a robot that follows a line.",
        year: "2026-2027",
        subject: "Robotics",
        capacity: 24,
        lead: "coach@test.com",
        students: ["alex@test.com", "amara@stemblock.example", "bruno@stemblock.example"],
      },
      {
        name: "Robotics 2",
        description: "Sensors, and a robot that decides by itself.",
        year: "2026-2027",
        subject: "Robotics",
        capacity: 4,
        lead: "celia@stemblock.example",
        students: [
          "chen@stemblock.example",
          "daniela@stemblock.example",
          "emma@stemblock.example",
          "farid@stemblock.example",
          "grace@stemblock.example",
          "hugo@stemblock.example",
        ],
      },
      {
        name: "Physics 9A",
        year: "2026-2027",
        section: "3er Año A",
        subject: "Physics",
        lead: "tomas@stemblock.example",
        coaches: ["celia@stemblock.example"],
        students: ["amara@stemblock.example", "emma@stemblock.example", "hugo@stemblock.example"],
      },
      {
        name: "Maths 7B",
        year: "2026-2027",
        section: "1er Año B",
        subject: "Mathematics",
        capacity: 12,
        lead: "tomas@stemblock.example",
        students: ["bruno@stemblock.example", "grace@stemblock.example"],
      },
      {
        name: "Chess 7A",
        year: "2025-2026",
        subject: "Chess",
        lead: "celia@stemblock.example",
        students: ["chen@stemblock.example", "farid@stemblock.example"],
        isArchived: true,
      },
    ],
  },
  {
    slug: "andres-bello",
    name: "U.E. Andrés Bello",
    description: "Unidad educativa, de primer grado a quinto año.",
    kind: "guest",
    placement: "school_andres_bello",
    primaryColor: "#8c2f39",
    motto: "Saber y servir",
    locale: "es",
    contact: {
      email: "contacto@andres-bello.example",
      phone: "+58 212 555 0100",
      address: "Av. Principal, Caracas",
    },
    people: [
      {
        name: "Dirección Andrés Bello",
        email: "direccion@andres-bello.example",
        role: "ORG_ADMIN",
        tier: "PRO",
        password: "OrgAdmin123!",
      },
      {
        name: "Docente Andrés Bello",
        email: "docente@andres-bello.example",
        role: "COACH",
        tier: "COMMUNITY",
        password: "Coach123!",
      },
      {
        name: "Alumna Andrés Bello",
        email: "alumna@andres-bello.example",
        role: "STUDENT",
        tier: "COMMUNITY",
      },
      {
        name: "Representante Andrés Bello",
        email: "representante@andres-bello.example",
        role: "PARENT",
        tier: "COMMUNITY",
      },
      person("COACH", "Luz Marina Prada", "luz@andres-bello.example"),
      person("STUDENT", "Ana Ávila", "ana@andres-bello.example"),
      person("STUDENT", "Íñigo Peña", "inigo@andres-bello.example"),
      person("STUDENT", "Mateo Zambrano", "mateo@andres-bello.example"),
      person("STUDENT", "Sofía Ñáñez", "sofia@andres-bello.example"),
    ],
    academics: {
      years: ["2025-2026", "2026-2027"],
      sections: ["A", "B"],
      subjects: [
        ["Castellano", "CAS"],
        ["Matemática", "MAT"],
        ["Inglés", "ING"],
        ["Biología", "BIO"],
        ["Física", "FIS"],
        ["Geografía, historia y ciudadanía", "GHC"],
        ["Arte y patrimonio", "AYP"],
        ["Educación física", "EDF"],
      ],
    },
    classes: [
      {
        name: "Castellano 1.º A",
        year: "2026-2027",
        section: "1er Año A",
        subject: "Castellano",
        capacity: 30,
        lead: "docente@andres-bello.example",
        students: ["alumna@andres-bello.example", "ana@andres-bello.example", "mateo@andres-bello.example"],
      },
      {
        name: "Matemática 1.º A",
        year: "2026-2027",
        section: "1er Año A",
        subject: "Matemática",
        capacity: 2,
        lead: "luz@andres-bello.example",
        coaches: ["docente@andres-bello.example"],
        students: ["inigo@andres-bello.example", "sofia@andres-bello.example", "ana@andres-bello.example"],
      },
    ],
  },
];
