import { cache } from "react";
import { api } from "@/trpc/server";

/** The school that pages before sign-in belong to, looked up once a request. */
export const signedOutSchool = cache(async () => (await api()).account.signedOutSchool());
