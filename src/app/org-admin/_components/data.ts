import "server-only";

import { cache } from "react";
import { api } from "@/trpc/server";

/** Read once for all parts of the page. */
export const dashboard = cache(async () => (await api()).dashboard.get());
