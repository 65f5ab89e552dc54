"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { useFilter } from "react-aria-components";

/** One thing that can be picked. */
export interface PickItem {
  id: string;
  label: string;
  /** A second, quieter word, such as an address. */
  detail?: string;
  /** The title that it stands under, where lists have titles. */
  group?: string;
}

export type PickSearch = (text: string, signal: AbortSignal) => Promise<readonly PickItem[]>;

const REST = 200;

interface Running {
  timer: ReturnType<typeof setTimeout>;
  abort: AbortController;
}

function stop(running: Running | undefined) {
  clearTimeout(running?.timer);
  running?.abort.abort();
}

/**
 * The options for what is typed: `items` that hold it, or what `onSearch` answers once typing rests on `shortest`
 * letters or more.
 */
export function useOptions(items: readonly PickItem[], onSearch: PickSearch | undefined, shortest = 1) {
  const { contains } = useFilter({ sensitivity: "base" });
  const [text, setText] = useState("");
  const [found, setFound] = useState<readonly PickItem[]>();
  const [state, setState] = useState<"idle" | "loading" | "failed">("idle");
  const running = useRef<Running>(undefined);

  useEffect(() => () => stop(running.current), []);

  function search(next: string) {
    setText(next);
    if (!onSearch) return;
    stop(running.current);
    if (next.trim().length < shortest) {
      setFound(undefined);
      setState("idle");
      return;
    }
    const abort = new AbortController();
    setState("loading");
    const timer = setTimeout(() => {
      onSearch(next.trim(), abort.signal).then(
        (answer) => {
          if (abort.signal.aborted) return;
          setFound(answer);
          setState("idle");
        },
        () => {
          if (!abort.signal.aborted) setState("failed");
        },
      );
    }, REST);
    running.current = { timer, abort };
  }

  const options = useMemo(() => {
    if (state === "failed") return [];
    if (onSearch && state === "idle") return found ?? items;
    const words = text.trim().split(/\s+/).filter(Boolean);
    return (found ?? items).filter(({ label, detail = "", group = "" }) =>
      words.every((word) => [label, detail, group].some((said) => contains(said, word))),
    );
  }, [items, found, text, onSearch, state, contains]);

  const waits = onSearch !== undefined && text.trim().length < shortest;
  return { text, search, options, state, waits };
}
