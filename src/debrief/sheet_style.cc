#include "debrief/sheet_style.h"

namespace attune::debrief {
namespace {

constexpr std::string_view kStyle = R"css(
:root {
  color-scheme: light dark;
  --paper: #faf7f1; --raised: #fffdf9; --sunk: #f2ede3; --ink: #2b2925; --soft: #5f5a51;
  --line: #e0d9cb; --edge: #8f8778; --accent: #2c655b; --own: #e4eeea; --own-line: #c6dad3;
  --mark: #f7e3b5; --mark-line: #a06f14; --warm: #f6ecd9; --warm-line: #dcc9a3;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif;
  --serif: ui-serif, "Iowan Old Style", "Palatino Linotype", Palatino, "Noto Serif", Georgia, serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1b1a18; --raised: #242220; --sunk: #161513; --ink: #ece7dd; --soft: #b3aca0;
    --line: #3a3732; --edge: #8b8478; --accent: #93c9bb; --own: #22332f; --own-line: #35504a;
    --mark: #4d3f1f; --mark-line: #d7ae5c; --warm: #2b2720; --warm-line: #4a4231;
  }
}
* { box-sizing: border-box; margin: 0; }
body {
  background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 var(--sans); overflow-wrap: break-word;
}
main { max-width: 46rem; margin: 0 auto; padding: 3rem 1.25rem 4.5rem; }
article, .part { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
article { gap: 3rem; }
article + article { margin-top: 4.5rem; padding-top: 3rem; border-top: 1px solid var(--line); }
h1, h2, h3, h4 { font-family: var(--serif); font-weight: 600; line-height: 1.2; }
h1, .name { font-size: 2.125rem; letter-spacing: -0.01em; }
.head { font-size: 1.5625rem; }
.item { font-family: var(--sans); font-size: 1.0625rem; }
p, li, dd { text-wrap: pretty; max-width: 65ch; }
a { color: var(--accent); text-underline-offset: 0.18em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.brand { color: var(--accent); font-size: 0.8125rem; font-weight: 600; letter-spacing: 0.02em; }
.name { margin-bottom: 0.5rem; }
.soft { color: var(--soft); }
.small { font-size: 0.9375rem; white-space: pre-line; }
header { display: grid; gap: 0.5rem; }
.why { font-family: var(--serif); font-size: 1.125rem; line-height: 1.5; }
.safety, .next { padding: 1.5rem; border: 1px solid var(--warm-line); border-radius: 1rem;
  background: var(--warm); }
.next { border-color: var(--own-line); background: var(--own); }
.next p { font-size: 1.25rem; line-height: 1.45; }
.reply { color: var(--soft); font-size: 0.8125rem; font-weight: 600; }
.card { display: grid; gap: 1rem; padding: 1.5rem; border: 1px solid var(--line);
  border-radius: 1rem; background: var(--raised); break-inside: avoid; }
.quoted { display: grid; gap: 0.25rem; }
.quoted dt, .more dt { color: var(--soft); font-size: 0.8125rem; font-weight: 600; }
.quoted dd { padding-left: 1rem; border-inline-start: 2px solid var(--line);
  white-space: pre-line; overflow-wrap: anywhere; }
.quoted dd.own { border-inline-start-color: var(--accent); }
.quoted dd + dt { margin-top: 0.5rem; }
.more { display: grid; gap: 0.25rem; }
.more dd + dt { margin-top: 0.75rem; }
.letter { font-family: var(--serif); font-style: italic; white-space: pre-line; }
.scroll { overflow: auto; max-height: 26rem; border: 1px solid var(--line);
  border-radius: 0.75rem; background: var(--raised); }
.plot { overflow-x: auto; padding: 1rem; border: 1px solid var(--line); border-radius: 1rem;
  background: var(--raised); }
svg { display: block; width: 100%; min-width: 34rem; height: auto; }
svg text { fill: var(--soft); font: 12px var(--sans); }
.axis { stroke: var(--line); stroke-width: 1; }
.zero { stroke: var(--edge); stroke-width: 1; }
.look { stroke: var(--mark-line); stroke-width: 1; stroke-dasharray: 2 4; }
.client-line { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linejoin: round; }
.own-line { fill: none; stroke: var(--edge); stroke-width: 1.25; stroke-dasharray: 5 4; }
.client-mark { fill: var(--accent); }
.own-mark { fill: var(--raised); stroke: var(--edge); stroke-width: 1.25; }
.client-bar { fill: var(--accent); opacity: 0.75; }
.own-bar { fill: var(--edge); opacity: 0.6; }
table { min-width: min(100%, 22rem); border-collapse: collapse; font-size: 0.8125rem;
  font-variant-numeric: tabular-nums; }
caption { padding: 0 0 0.5rem; font-weight: 600; font-size: 0.9375rem; text-align: start; }
.scroll table { width: 100%; min-width: 0; }
.scroll caption { padding: 0.75rem 0.75rem 0.25rem; }
th, td { padding: 0.4rem 1.5rem 0.4rem 0; border-bottom: 1px solid var(--line);
  text-align: start; vertical-align: top; }
.scroll th, .scroll td { padding-inline: 0.75rem 0.25rem; }
tr:last-child td, tr:last-child th { border-bottom: 0; }
th { font-weight: 600; }
tbody th { font-weight: 400; }
.figure table { justify-self: start; }
.figure { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.75rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.turns { list-style: none; padding: 0; display: grid; gap: 0.75rem; }
.turns li { padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 0.75rem;
  background: var(--raised); white-space: pre-line; max-width: 38rem; overflow-wrap: anywhere; }
.turns li.own { margin-inline-start: auto; background: var(--own);
  border-color: var(--own-line); }
.turns .reply { display: block; }
.list { padding-left: 1.25rem; display: grid; gap: 0.5rem; }
@media print {
  :root { --paper: #fff; --raised: #fff; --own: #fff; --warm: #fff; --ink: #000; --soft: #444;
    --line: #bbb; --accent: #1d4a42; --edge: #777; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  .scroll, .plot { max-height: none; overflow: visible; border: 0; padding: 0; }
  svg { min-width: 0; }
  .turns li { break-inside: avoid; max-width: none; margin: 0; }
  article + article { break-before: page; border: 0; }
  nav { display: none; }
}
)css";

}  // namespace

std::string_view page_style() {
  return kStyle;
}

}  // namespace attune::debrief
