"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { SHOWN_SCHOOL_HEADER } from "@/domain/shown-school";
import { MAX_DOCUMENT_BYTES } from "@/domain/student-document-list";
import type { StudentDocumentKind } from "@/domain/student-list";

export interface Upload {
  key: string;
  file: File;
  kind: StudentDocumentKind;
  state: "waiting" | "sending" | "failed";
  /** From 0 to 1. */
  progress: number;
  /** What it was refused with. */
  refusal?: { key: string; values: Record<string, string | number> };
}

const AT_ONCE = 2;
let nextKey = 1;
const UNREACHABLE = { key: "unreachable", values: {} };

export interface Uploads {
  items: readonly Upload[];
  add: (file: File, kind: StudentDocumentKind) => void;
  /** Stops it where it is under way; nothing of it is kept. */
  cancel: (key: string) => void;
  again: (key: string) => void;
}

/** Sends files to a student's documents, two at once; who is done leaves the list. */
export function useUploads(studentId: string, onDone: (name: string) => void): Uploads {
  const [items, setItems] = useState<readonly Upload[]>([]);
  const running = useRef(new Map<string, XMLHttpRequest>());
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  const change = useCallback((key: string, to: Partial<Upload>) => {
    setItems((all) => all.map((item) => (item.key === key ? { ...item, ...to } : item)));
  }, []);
  const leave = useCallback((key: string) => {
    setItems((all) => all.filter((item) => item.key !== key));
  }, []);

  const send = useCallback(
    ({ key, file, kind }: Upload) => {
      const request = new XMLHttpRequest();
      running.current.set(key, request);
      const query = new URLSearchParams({ studentId, kind, name: file.name });
      request.open("POST", `/api/student-documents?${query}`);
      const school = document.documentElement.dataset.school;
      if (school !== undefined) request.setRequestHeader(SHOWN_SCHOOL_HEADER, school);
      request.responseType = "json";
      request.upload.onprogress = ({ loaded, total }) =>
        change(key, { progress: total > 0 ? loaded / total : 0 });
      request.onloadend = () => {
        if (!running.current.delete(key)) return;
        if (request.status === 201) {
          leave(key);
          done.current(file.name);
        } else change(key, { state: "failed", refusal: refusalOf(request.response) ?? UNREACHABLE });
      };
      request.send(file);
    },
    [studentId, change, leave],
  );

  useEffect(() => {
    const free = AT_ONCE - items.filter(({ state }) => state === "sending").length;
    for (const item of items.filter(({ state }) => state === "waiting").slice(0, Math.max(0, free))) {
      change(item.key, { state: "sending", progress: 0 });
      send(item);
    }
  }, [items, change, send]);

  // Who leaves the page stops what is under way.
  useEffect(() => {
    const sending = running.current;
    return () => {
      for (const [key, request] of sending) {
        sending.delete(key);
        request.abort();
      }
    };
  }, []);

  return {
    items,
    add(file, kind) {
      const tooLarge = { key: "document.tooLarge", values: {} };
      const refused = file.size > MAX_DOCUMENT_BYTES;
      setItems((all) => [
        ...all,
        {
          ...{ key: `${nextKey++}`, file, kind, progress: 0 },
          ...(refused ? { state: "failed", refusal: tooLarge } : { state: "waiting" }),
        },
      ]);
    },
    cancel(key) {
      const request = running.current.get(key);
      running.current.delete(key);
      request?.abort();
      leave(key);
    },
    again: (key) => change(key, { state: "waiting", progress: 0, refusal: undefined }),
  };
}

function refusalOf(answer: unknown): Upload["refusal"] {
  if (typeof answer !== "object" || answer === null || !("error" in answer)) return undefined;
  const { error } = answer as { error?: { key?: unknown; values?: unknown } };
  if (typeof error?.key !== "string") return undefined;
  return { key: error.key, values: (error.values ?? {}) as Record<string, string | number> };
}
