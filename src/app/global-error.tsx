"use client";

import "./globals.css";

import { useSyncExternalStore } from "react";
import { buttonClass } from "@/components/ui/button-styles";
import { StatePage } from "@/components/ui/state-page";
import { BROKEN_WORDS, brokenLanguage, brokenTheme } from "./_shell/broken-words";

const never = () => () => undefined;

/** Stands where even the root layout failed: no messages, no providers, nothing that could fail again. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const language = useSyncExternalStore(
    never,
    () => brokenLanguage(document.cookie, document.documentElement.lang, navigator.languages),
    () => "en" as const,
  );
  const theme = useSyncExternalStore(
    never,
    () => brokenTheme(document.cookie),
    () => undefined,
  );
  const words = BROKEN_WORDS[language];
  return (
    <html lang={language} data-theme={theme}>
      <body>
        <title>{words.title}</title>
        <StatePage
          product={words.product}
          drawing="trouble"
          title={words.title}
          actions={
            <button
              type="button"
              className={buttonClass({ variant: "primary" })}
              onClick={() => window.location.reload()}
            >
              {words.again}
            </button>
          }
          foot={error.digest ? `${words.reference} ${error.digest}` : undefined}
        >
          <p role="alert">{words.body}</p>
        </StatePage>
      </body>
    </html>
  );
}
