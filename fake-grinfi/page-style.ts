/** Style of the stand-in's own pages; light and dark follow the browser. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: light-dark(#1c2421, #e6ebe8); --soft: light-dark(#5a6863, #9aa8a2);
  --line: light-dark(#dde4e0, #303a36); --paper: light-dark(#f6f8f7, #141917); --card: light-dark(#fff, #1c2320);
  --accent: light-dark(#1f6b4a, #7fd1a8); --chip: light-dark(#e5f1ea, #26382f); --bad: light-dark(#a3261b, #ff9d92);
  --badPaper: light-dark(#fdeceb, #3a1f1c); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 14px/1.5 system-ui, sans-serif; }
header { display: flex; gap: 16px; align-items: baseline; padding: 16px 24px; border-bottom: 1px solid var(--line); background: var(--card); }
header a { color: var(--accent); font-weight: 650; font-size: 16px; text-decoration: none; }
.hint, .count, .empty, .lead, dt { color: var(--soft); }
.lost header::after { content: "stopped"; margin-left: auto; color: var(--bad); }
main { max-width: 1200px; margin: 0 auto; padding: 8px 24px 48px; }
h1 { font-size: 22px; margin: 0; }
h2 { font-size: 15px; margin: 24px 0 8px; }
.count { font-weight: 400; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; background: var(--card); }
table { width: 100%; border-collapse: collapse; }
th { text-align: left; font-weight: 500; color: var(--soft); white-space: nowrap; }
th, td { padding: 8px 12px; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child td { border-bottom: 0; }
td { overflow-wrap: anywhere; min-width: 64px; }
td a { color: var(--accent); }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.chip { display: inline-block; margin: 0 4px 2px 0; padding: 0 8px; border-radius: 10px; background: var(--chip); white-space: nowrap; }
.path, code { font: 12px/1.6 ui-monospace, monospace; }
code { display: block; padding: 12px; border: 1px solid var(--line); border-radius: 8px; overflow-wrap: anywhere; user-select: all; }
.good { color: var(--accent); }
.bad { color: var(--bad); }
.alert { margin: 16px 0 0; padding: 8px 16px; border-radius: 8px; background: var(--badPaper); color: var(--bad); }
.alert p, .alert ul { margin: 0; }
.card { max-width: 720px; margin: 24px auto; padding: 24px; border: 1px solid var(--line); border-radius: 8px; background: var(--card); }
.lead { margin: 0 0 8px; }
dl { display: grid; grid-template-columns: 160px 1fr; gap: 4px 16px; margin: 16px 0 0; }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
.plain { list-style: none; margin: 0; padding: 0; }
.plain li { padding: 4px 0; border-bottom: 1px solid var(--line); white-space: pre-line; }
@media (max-width: 600px) { main, header { padding-inline: 12px; } dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 8px; } }
`;
