/** Style of the page on one number: readable on a screen and on A4. */

/** The style sheet. */
export const PAGE_STYLE = `
@page { margin: 16mm; }
body {
  font: 14px/1.5 system-ui, "DejaVu Sans", sans-serif; color: #22303c;
  max-width: 900px; margin: 2rem auto; padding: 0 1rem;
}
h1 { margin-bottom: 0; }
h2 { margin: 2rem 0 .6rem; font-size: 1.15rem; }
h3 { margin: 0; font-size: 1rem; }
.note, footer, .place { color: #5c6b78; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .25rem .6rem; border-bottom: 1px solid #dde3e8; text-align: left; vertical-align: top; }
th { font-weight: 600; }
table.facts th { width: 11rem; font-weight: 400; color: #5c6b78; }
.call {
  border: 1px solid #dde3e8; border-left: 5px solid #2c7a4b; border-radius: 4px;
  padding: .7rem 1rem; margin: .8rem 0; break-inside: avoid;
}
.call.refused { border-left-color: #b3412e; }
.call p { margin: .3rem 0; }
ul { margin: .3rem 0; padding-left: 1.2rem; }
.place { font-size: .82rem; overflow-wrap: anywhere; }
footer { margin: 2.5rem 0 1rem; font-size: .9rem; border-top: 1px solid #dde3e8; padding-top: .6rem; }`;
