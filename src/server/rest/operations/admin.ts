import { z } from "zod";
import {
  createOrganizationInput,
  listOrganizationsInput,
  updateAnyOrganizationInput,
} from "@/domain/organization";
import { transferUserInput } from "@/domain/platform";
import { createUserInput } from "@/domain/user";
import { operation } from "../operation";
import {
  deletedOutput,
  madeUserOutput,
  managedOrganizationOutput,
  organizationsOutput,
  transferOutput,
} from "../outputs";

const tag = "admin";
const params = z.strictObject({ id: z.uuid() });
const person = z.strictObject({ id: z.uuid(), userId: z.uuid() });
const path = "/admin/organizations";
const one = "/admin/organizations/{id}";

/** Every school of the platform, and who belongs to them: for ADMIN alone. */

const getAnyOrganization = operation({
  id: "getAnyOrganization",
  method: "GET",
  path: one,
  tag,
  status: 200,
  procedure: "platform.getOrganization",
  params,
  output: managedOrganizationOutput,
  input: ({ params: { id } }) => ({ organizationId: id }),
});

const createOrganization = operation({
  id: "createOrganization",
  method: "POST",
  path,
  tag,
  status: 201,
  procedure: "platform.createOrganization",
  body: createOrganizationInput.strict(),
  output: managedOrganizationOutput,
  shows: getAnyOrganization,
  madeAt: z.object({ id: z.string() }),
  example: { name: "Liceo Los Samanes", slug: "los-samanes", plan: "PRO" },
  input: ({ body }) => body,
});

const listOrganizations = operation({
  id: "listOrganizations",
  method: "GET",
  path,
  tag,
  status: 200,
  procedure: "platform.listOrganizations",
  query: listOrganizationsInput.strict(),
  output: organizationsOutput,
  input: ({ query }) => query,
});

const updateAnyOrganization = operation({
  id: "updateAnyOrganization",
  method: "PUT",
  path: one,
  tag,
  status: 200,
  procedure: "platform.updateOrganization",
  params,
  body: updateAnyOrganizationInput.omit({ organizationId: true, base: true }).strict(),
  output: managedOrganizationOutput,
  shows: getAnyOrganization,
  example: { plan: "ENTERPRISE", maxUsers: 1200 },
  input: ({ params: { id }, body, current }) => ({
    ...body,
    organizationId: id,
    base: updateAnyOrganizationInput.shape.base.parse(current),
  }),
});

const deleteOrganization = operation({
  id: "deleteOrganization",
  method: "DELETE",
  path: one,
  tag,
  status: 200,
  procedure: "platform.deleteOrganization",
  params,
  query: z.strictObject({ confirm: z.string().max(200).optional() }),
  output: deletedOutput,
  shows: getAnyOrganization,
  // A person types the slug out; a program that names it is held to it.
  input: ({ params: { id }, query, current }) => ({
    organizationId: id,
    confirm: query.confirm ?? managedOrganizationOutput.parse(current).slug,
  }),
});

const addUser = operation({
  id: "addUser",
  method: "POST",
  path: "/admin/organizations/{id}/users",
  tag,
  status: 201,
  procedure: "platform.addUser",
  params,
  body: createUserInput.omit({ organizationId: true }).strict(),
  output: madeUserOutput,
  example: { email: "daniela@people.example", name: "Daniela Rojas", role: "COACH" },
  input: ({ params: { id }, body }) => ({ ...body, organizationId: id }),
});

const removeUser = operation({
  id: "removeUser",
  method: "DELETE",
  path: "/admin/organizations/{id}/users/{userId}",
  tag,
  status: 204,
  procedure: "platform.removeUser",
  params: person,
  input: ({ params: { id, userId } }) => ({ organizationId: id, userId }),
});

const transferUser = operation({
  id: "transferUser",
  method: "POST",
  path: "/admin/organizations/transfer-user",
  tag,
  status: 200,
  procedure: "platform.transferUser",
  body: transferUserInput.strict(),
  output: transferOutput,
  example: {
    organizationId: "01936d2e-7f5c-7000-8000-000000000001",
    userId: "01936d2e-7f5c-7000-8000-000000000002",
    toOrganizationId: "01936d2e-7f5c-7000-8000-000000000003",
  },
  input: ({ body }) => body,
});

export const ADMIN_OPERATIONS = [
  createOrganization,
  listOrganizations,
  getAnyOrganization,
  updateAnyOrganization,
  deleteOrganization,
  addUser,
  removeUser,
  transferUser,
];
