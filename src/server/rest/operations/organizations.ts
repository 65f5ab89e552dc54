import { z } from "zod";
import { listClassesInput } from "@/domain/class";
import { listInvitationsInput } from "@/domain/invitation";
import { updateOrganizationInput } from "@/domain/organization";
import { listUsersInput } from "@/domain/user";
import { operation } from "../operation";
import {
  classesOutput,
  invitationsOutput,
  organizationOutput,
  statisticsOutput,
  usersOutput,
} from "../outputs";

const tag = "organizations";
const params = z.strictObject({ id: z.uuid() });
const inSchool = { tag, params, isInSchool: true, method: "GET", status: 200 } as const;

/** A school read and changed from inside: its admin's own, for ADMIN any. */

const getOwnOrganization = operation({
  id: "getOwnOrganization",
  method: "GET",
  path: "/organizations/me",
  tag,
  status: 200,
  procedure: "organization.get",
  output: organizationOutput,
  input: () => undefined,
});

const getOrganization = operation({
  ...inSchool,
  id: "getOrganization",
  path: "/organizations/{id}",
  procedure: "organization.get",
  output: organizationOutput,
  input: () => undefined,
});

const updateOrganization = operation({
  ...inSchool,
  id: "updateOrganization",
  method: "PUT",
  path: "/organizations/{id}",
  procedure: "organization.update",
  body: updateOrganizationInput.omit({ reset: true, base: true }).strict(),
  output: organizationOutput,
  shows: getOrganization,
  example: { name: "Liceo Los Samanes", settings: { "contact.phone": "+58 241 555 0100" } },
  // What was shown is what the change was made from: somebody else's in between is told, not written over.
  input: ({ body, current }) => ({ ...body, base: updateOrganizationInput.shape.base.parse(current) }),
});

const listUsers = operation({
  ...inSchool,
  id: "listUsers",
  path: "/organizations/{id}/users",
  procedure: "user.list",
  query: listUsersInput.strict(),
  output: usersOutput,
  input: ({ query }) => query,
});

const listClasses = operation({
  ...inSchool,
  id: "listClasses",
  path: "/organizations/{id}/classes",
  procedure: "class.list",
  query: listClassesInput.strict(),
  output: classesOutput,
  input: ({ query }) => query,
});

const listInvitations = operation({
  ...inSchool,
  id: "listInvitations",
  path: "/organizations/{id}/invitations",
  procedure: "invitation.list",
  query: listInvitationsInput.strict(),
  output: invitationsOutput,
  input: ({ query }) => query,
});

const getStatistics = operation({
  ...inSchool,
  id: "getStatistics",
  path: "/organizations/{id}/stats",
  procedure: "organization.statistics",
  output: statisticsOutput,
  input: () => undefined,
});

export const ORGANIZATION_OPERATIONS = [
  getOwnOrganization,
  getOrganization,
  updateOrganization,
  listUsers,
  listClasses,
  listInvitations,
  getStatistics,
];
