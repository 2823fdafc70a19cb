#include "trial/page.h"

namespace attune::trial {
namespace {

constexpr std::string_view kStyle = R"css(
:root {
  color-scheme: light dark;
  --paper: #faf7f1; --raised: #fffdf9; --ink: #2b2925; --soft: #5f5a51;
  --line: #e0d9cb; --edge: #8f8778; --accent: #2c655b; --own: #e4eeea; --own-line: #c6dad3;
  --warm: #f6ecd9; --warm-line: #dcc9a3;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif;
  --serif: ui-serif, "Iowan Old Style", "Palatino Linotype", Palatino, "Noto Serif", Georgia, serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1b1a18; --raised: #242220; --ink: #ece7dd; --soft: #b3aca0;
    --line: #3a3732; --edge: #8b8478; --accent: #93c9bb; --own: #22332f; --own-line: #35504a;
    --warm: #2b2720; --warm-line: #4a4231;
  }
}
* { box-sizing: border-box; margin: 0; }
body {
  background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 var(--sans); overflow-wrap: break-word;
}
main { max-width: 52rem; margin: 0 auto; padding: 3rem 1.25rem 4.5rem; display: grid; gap: 3rem;
  grid-template-columns: minmax(0, 1fr); }
section, header { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
h1, h2 { font-family: var(--serif); font-weight: 600; line-height: 1.2; }
h1 { font-size: 2.125rem; letter-spacing: -0.01em; }
h2 { font-size: 1.5625rem; }
p, li { text-wrap: pretty; max-width: 65ch; }
.brand { color: var(--accent); font-size: 0.8125rem; font-weight: 600; letter-spacing: 0.02em; }
.question { font-family: var(--serif); font-size: 1.25rem; line-height: 1.45; }
.soft { color: var(--soft); font-size: 0.9375rem; }
.note { padding: 1rem 1.25rem; border: 1px solid var(--warm-line); border-radius: 0.75rem;
  background: var(--warm); }
.card { display: grid; gap: 0.5rem; padding: 1.5rem; border: 1px solid var(--line);
  border-radius: 1rem; background: var(--raised); break-inside: avoid; }
.first { border-color: var(--own-line); background: var(--own); }
.first p:first-of-type { font-family: var(--serif); font-size: 1.1875rem; line-height: 1.5; }
.label { color: var(--soft); font-size: 0.8125rem; font-weight: 600; }
.flow { display: flex; flex-wrap: wrap; gap: 0.75rem; list-style: none; padding: 0; }
.flow li { flex: 1 1 8rem; padding: 0.75rem 1rem; border: 1px solid var(--line);
  border-radius: 0.75rem; background: var(--raised); line-height: 1.35; }
.flow b { display: block; font-size: 1.5rem; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
.plot { overflow-x: auto; padding: 1rem; border: 1px solid var(--line); border-radius: 1rem;
  background: var(--raised); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
svg { display: block; width: 100%; min-width: 34rem; height: auto; }
svg text { fill: var(--soft); font: 12px var(--sans); }
svg .name { fill: var(--ink); }
.axis { stroke: var(--line); stroke-width: 1; }
.zero { stroke: var(--edge); stroke-width: 1; stroke-dasharray: 2 4; }
.band { fill: var(--own); }
.dot { fill: var(--accent); fill-opacity: 0.35; stroke: var(--accent); stroke-width: 1; }
.mean { stroke: var(--ink); stroke-width: 2.5; }
.reach { stroke: var(--accent); stroke-width: 2; }
.point { fill: var(--accent); }
table { border-collapse: collapse; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
caption { padding: 0 0 0.5rem; font-weight: 600; text-align: start; }
th, td { padding: 0.4rem 1.25rem 0.4rem 0; border-bottom: 1px solid var(--line);
  text-align: start; vertical-align: top; min-width: 5rem; }
tbody th { font-weight: 400; min-width: 11rem; }
summary { color: var(--accent); cursor: pointer; }
code { font-size: 0.875em; overflow-wrap: anywhere; }
@media print {
  :root { --paper: #fff; --raised: #fff; --own: #fff; --warm: #fff; --ink: #000; --soft: #444;
    --line: #bbb; --accent: #1d4a42; --edge: #777; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  .scroll, .plot { overflow: visible; }
  svg { min-width: 0; }
}
)css";

}  // namespace

std::string_view page_style() {
  return kStyle;
}

}  // namespace attune::trial
