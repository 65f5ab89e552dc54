import { z } from "zod";
import { listClassesInput } from "./class";
import { listUsersInput } from "./user";

/** Inputs of one school's page on the platform, and of the platform's figures. */

const organizationId = z.uuid();

export const schoolPeopleInput = listUsersInput.omit({ classId: true }).extend({ organizationId });
export const schoolClassesInput = listClassesInput
  .pick({ search: true, states: true, cursor: true, limit: true })
  .extend({ organizationId });

export type SchoolPeopleInput = z.output<typeof schoolPeopleInput>;
export type SchoolClassesInput = z.output<typeof schoolClassesInput>;
