"use client";

import { type ComponentType, lazy } from "react";
import { insist } from "./insist";

type Loaded<Props> = { default: ComponentType<Props> };

/**
 * A component of React Aria that is fetched on first use, with the language and the router that such components ask
 * for. Nothing of React Aria may be in a page's first load: this is the one way to it.
 */
export function lazyAria<Props extends object>(load: () => Promise<Loaded<Props>>) {
  return lazy(async (): Promise<Loaded<Props>> => {
    const [{ default: Body }, { AriaProvider }] = await insist(() =>
      Promise.all([load(), import("./aria-provider")]),
    );
    return {
      default: (props: Props) => (
        <AriaProvider>
          <Body {...props} />
        </AriaProvider>
      ),
    };
  });
}
