/** How the report looks, on a screen and on paper. */
export const REPORT_STYLE = `
:root{color-scheme:light dark}
body{font:1.0625rem/1.9 "BIZ UDPGothic","Yu Gothic UI","Hiragino Sans",sans-serif;max-inline-size:48rem;margin:2rem auto;padding:0 1rem;color:#1d1b16;background:#fffdf8;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.5}
h2{font-size:1.25rem;margin-block:2.5rem .5rem;border-block-end:2px solid;padding-block-end:.2rem}
dl>div{display:flex;flex-wrap:wrap;gap:0 1rem;border-block-end:1px solid #c9c2b2;padding-block:.2rem}
dt{min-inline-size:14rem}
dd{margin:0;font-weight:bold}
table{border-collapse:collapse;inline-size:100%}
th,td{border:1px solid #8d8674;padding:.3rem .6rem;text-align:start;vertical-align:top}
ul{padding-inline-start:1.4rem}
li{margin-block:.6rem;break-inside:avoid}
.excerpt{margin:.1rem 0}
.place{margin-inline-start:.6rem;color:#5a5547}
mark{background:#ffe58a;color:#1d1b16;padding-inline:.1em}
audio{block-size:2.6rem;inline-size:min(100%,26rem)}
a{color:#0b4f8a}
@media (prefers-color-scheme:dark){body{color:#f1ede2;background:#191813}.place{color:#c4bda9}a{color:#8ec7ff}}
@media print{body{max-inline-size:none;margin:0;color:#000;background:#fff}audio{display:none}a{color:inherit;text-decoration:none}h2{break-after:avoid}}
`.trim();
