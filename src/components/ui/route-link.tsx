import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * The one link between pages. It fetches nothing ahead: every page depends on who asks, so that nothing of it could be
 * kept, and a page of twenty links would ask the server forty times for what is not looked at.
 */
export function RouteLink(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
