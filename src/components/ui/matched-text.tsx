import { matchedParts } from "@/lib/matched-parts";

/** A text with the letters that a search asked for made strong. */
export function MatchedText({ text, query }: { text: string; query: string }) {
  let from = 0;
  return (
    <>
      {matchedParts(text, query).map((part) => {
        const key = from;
        from += part.text.length;
        return part.hit ? <b key={key}>{part.text}</b> : part.text;
      })}
    </>
  );
}
