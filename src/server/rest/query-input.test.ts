import { expect, test } from "vitest";
import { z } from "zod";
import { listUsersInput } from "@/domain/user";
import { readQuery } from "./query-input";

const schema = listUsersInput.strict().extend({ isOpen: z.boolean().optional() });

test.each([
  ["limit=5&roles=COACH,STUDENT&roles=PARENT", { limit: 5, roles: ["COACH", "STUDENT", "PARENT"] }],
  ["roles=&search=a%20b&isOpen=true", { roles: [], search: "a b", isOpen: true }],
  ["limit=five&isOpen=yes", { limit: "five", isOpen: "yes" }],
  ["limit=1&limit=2&other=x", { limit: ["1", "2"], other: "x" }],
])("%s", (query, read) => {
  expect(readQuery(schema, new URLSearchParams(query))).toEqual(read);
});
