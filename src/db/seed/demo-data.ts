import type { Role, Tier } from "@/domain/roles";

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
  people: DemoPerson[];
  classes: { name: string; lead?: string; students?: string[] }[];
};

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
    ],
    classes: [
      { name: "Robotics 1", lead: "coach@test.com", students: ["alex@test.com"] },
      { name: "Robotics 2" },
      { name: "Physics 9A" },
      { name: "Maths 7B" },
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
    ],
    classes: [
      {
        name: "Castellano 1.º A",
        lead: "docente@andres-bello.example",
        students: ["alumna@andres-bello.example"],
      },
      { name: "Matemática 1.º A" },
    ],
  },
];
