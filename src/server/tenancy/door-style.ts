/** The look of a page that stands outside the application, from the design tokens in `src/app/tokens.css`. */
export const DOOR_STYLE = `
:root{color-scheme:light dark;--brand:#0c6170;
--canvas:light-dark(oklch(.97 .0045 125),oklch(.188 .012 170));--raised:light-dark(oklch(1 0 0),oklch(.262 .014 170));
--line-control:light-dark(oklch(.625 .012 150),oklch(.565 .015 170));--ink:light-dark(oklch(.242 .019 168),oklch(.945 .008 125));
--ink-2:light-dark(oklch(.425 .016 165),oklch(.8 .0105 140));--ink-3:light-dark(oklch(.508 .014 160),oklch(.7 .013 150));
--solid:oklch(from var(--brand) calc(clamp(0,(l - .6)*1000,1)*clamp(.69,l,.92) + (1 - clamp(0,(l - .6)*1000,1))*clamp(.42,l,.52)) min(c,.2) h);
--fg:oklch(from var(--brand) calc(1 - clamp(0,(l - .6)*1000,1)*.83) .006 h);
--soft:light-dark(oklch(from var(--brand) .956 min(c,.017) h),oklch(from var(--brand) .288 min(c,.034) h));
--text:light-dark(oklch(from var(--brand) min(l,.465) min(c,.15) h),oklch(from var(--brand) max(l,.8) min(c,.11) h));
--mark:light-dark(oklch(from var(--brand) min(l,.56) min(c,.18) h),oklch(from var(--brand) max(l,.72) min(c,.14) h))}
[data-theme=light]{color-scheme:light}[data-theme=dark]{color-scheme:dark}
*{box-sizing:border-box;margin:0}
body{min-height:100dvh;display:grid;grid-template-rows:auto 1fr auto;padding:1.5rem max(1rem,min(1.75rem,4vw));background:var(--canvas);color:var(--ink);
font:400 .9375rem/1.5 "Atkinson Hyperlegible Next Variable",ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",Arial,sans-serif}
.mark{display:inline-flex;align-items:center;gap:.5rem;font-weight:640;letter-spacing:-.014em}
.mark svg{width:22px;fill:none;stroke:var(--mark);stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
main{margin:auto;width:100%;max-width:30rem;display:grid;justify-items:start;gap:.75rem;padding:2.5rem 0}
.art{width:15rem;height:auto;margin-bottom:1rem;color:var(--ink-3);fill:none;stroke:currentColor;stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}
.art *{vector-effect:non-scaling-stroke}.art .s{fill:var(--soft);stroke:none}.art .b{stroke:var(--mark);stroke-width:2}.art .w{fill:var(--raised)}
.school{display:flex;align-items:center;gap:.625rem;font-weight:520}
.crest{display:grid;place-items:center;width:2rem;height:2rem;border-radius:7px;background:var(--solid);color:var(--fg);font-size:.75rem;font-weight:640}
h1{font-size:1.75rem;line-height:2.125rem;font-weight:640;letter-spacing:-.014em;text-wrap:balance}
p{color:var(--ink-2);text-wrap:pretty;overflow-wrap:anywhere}
dl{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}dt{color:var(--ink-3)}dd a{color:var(--text)}
.button{display:inline-flex;align-items:center;min-height:2.5rem;margin-top:.75rem;padding:0 1rem;border-radius:7px;background:var(--solid);color:var(--fg);font-weight:520;text-decoration:none}
a:focus-visible{outline:2px solid light-dark(oklch(.44 .15 255),oklch(.83 .09 240));outline-offset:2px}
`;

/** Two drawings of the application, for pages that have no components. */
export const DOOR_DRAWINGS = {
  door: `<path class="s" d="M88 18h66v122H88z"/><path d="M88 18h66v122H88zM16 140h208M100 32h42v40h-42zM121 32v40M100 52h42"/><path class="w" d="M168 46h38v18h-38z"/><path class="b" d="M175 55h24"/><circle class="w b" cx="144" cy="92" r="4"/><path d="M30 140v-26h34v26M26 114h42M36 114v-8h22v8M186 140v-20h24v20M198 120v-22M198 108c-7-1-11-6-11-13M198 112c7-1 11-6 11-13"/>`,
  closed: `<path class="s" d="M24 84h84v10H24zM132 84h84v10h-84z"/><path d="M24 84h84v10H24zM132 84h84v10h-84zM34 94v46M98 94v46M142 94v46M206 94v46M10 140h220"/><path class="b" d="M48 84h36M48 84V72h36v12M54 72V44M78 72V44M156 84h36M156 84V72h36v12M162 72V44M186 72V44"/><circle class="w" cx="120" cy="30" r="13"/><path d="M120 22v8l5 4"/>`,
};
