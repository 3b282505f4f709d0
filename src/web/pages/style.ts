import { createHash } from 'node:crypto';

/** The one stylesheet, inlined: pages fetch nothing but themselves, their picture and their sound. */
export const style = `
:root{color-scheme:light;--pine:#1b5348;--pine-deep:#133d35;--ink:#16201d;--soft:#56625e;--line:#dde4e0;--paper:#fff;--ground:#f4f3ee;--alarm:#9c2f1f;--alarm-soft:#fbeeea}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;background:var(--ground);color:var(--ink);font:1.0625rem/1.6 Pretendard,-apple-system,BlinkMacSystemFont,"Apple SD Gothic Neo","Noto Sans KR","Noto Sans CJK KR","Malgun Gothic","Segoe UI",Roboto,sans-serif;word-break:keep-all;overflow-wrap:anywhere}
:lang(ja) body,body:lang(ja){word-break:normal;font-family:-apple-system,BlinkMacSystemFont,"Hiragino Sans","Noto Sans JP","Noto Sans CJK JP","Yu Gothic",Meiryo,sans-serif}
.page{width:100%;max-width:30rem;margin:0 auto;padding:1rem 1.25rem 3rem}
.brand{display:block;padding:.5rem 0 1rem;color:var(--pine);font-weight:700;letter-spacing:.01em;text-decoration:none}
h1{margin:0;font-size:1.5rem;line-height:1.3;font-weight:700;text-wrap:balance}
h2{margin:0 0 .5rem;font-size:1.0625rem;line-height:1.4}
p{margin:0 0 1rem}
a{color:var(--pine);text-underline-offset:.2em}
.soft{color:var(--soft)}
.sheet{background:var(--paper);border:1px solid var(--line);border-radius:1rem;padding:1.25rem;margin:0 0 1rem}
.sheet>:last-child{margin-bottom:0}
.gift{background:var(--pine);color:#fff;border-color:var(--pine);padding:1.5rem 1.25rem 1.75rem}
.gift p{margin:0}
.gift .from{margin-bottom:1.25rem;font-size:1.125rem;font-weight:600}
.gift .small{color:#d5e4df;font-size:.9375rem}
.gift .kind{margin-top:.75rem}
.amount{font-size:2.375rem;line-height:1.2;font-weight:750;letter-spacing:-.015em;font-variant-numeric:tabular-nums}
.lead{margin:1.25rem 0 1.25rem}
.heading{margin:.25rem 0 1.25rem}
.heading p{margin:0 0 .125rem}
.shop{margin:0}
label{display:block;margin:0 0 .25rem;font-weight:600}
.field{margin:0 0 1.125rem}
.hint,.fault{margin:.375rem 0 0;font-size:.9375rem;color:var(--soft)}
.fault{color:var(--alarm);font-weight:600}
input{width:100%;height:3.25rem;padding:0 .875rem;border:1.5px solid #8a9792;border-radius:.625rem;background:#fff;color:inherit;font:inherit;font-size:1.25rem;letter-spacing:.25em}
input[aria-invalid=true]{border-color:var(--alarm);background:var(--alarm-soft)}
:focus-visible{outline:3px solid #d99a2b;outline-offset:2px}
.button{display:block;width:100%;min-height:3.25rem;padding:.75rem 1rem;border:0;border-radius:.75rem;background:var(--pine);color:#fff;font:inherit;font-weight:700;text-align:center;text-decoration:none;cursor:pointer}
.button:hover{background:var(--pine-deep)}
.button.grave{background:var(--alarm)}
.button.grave:hover{background:#7f2518}
.quiet{display:block;margin-top:.5rem;padding:.75rem;text-align:center;color:var(--soft)}
.alarm{border-color:var(--alarm);background:var(--alarm-soft);color:var(--alarm);padding:.875rem 1.125rem;font-weight:600}
.alarm p{margin:0}
audio{display:block;width:100%;height:3rem}
.balance{display:flex;flex-wrap:wrap;align-items:flex-end;justify-content:space-between;gap:.25rem 1rem;margin:0 0 1rem}
.balance p{margin:0}
.pill{padding:.25rem .75rem;border-radius:1rem;background:#e2eeea;color:var(--pine-deep);font-size:.9375rem;font-weight:700}
.pill.over{background:#e9e8e3;color:var(--soft)}
.card{display:block;width:100%;height:auto;border-radius:1rem;background:#e9e8e3}
.figure{margin:0 0 1rem}
.figure figcaption{margin-top:.5rem;text-align:center;color:var(--soft);font-size:.9375rem}
dl{margin:0;display:grid;grid-template-columns:max-content 1fr;gap:.5rem 1.25rem}
dt{color:var(--soft)}
dd{margin:0;text-align:right;font-weight:600}
.number{font-variant-numeric:tabular-nums;letter-spacing:.04em;white-space:nowrap}
.uses{list-style:none;margin:0;padding:0}
.uses li{display:flex;justify-content:space-between;gap:1rem;padding:.5rem 0;border-top:1px solid var(--line);font-variant-numeric:tabular-nums}
.uses li:first-child{border-top:0}
.uses li>:last-child{flex:none;max-width:60%;text-align:right}
.uses strong,.uses s{white-space:nowrap}
.uses .undone s{color:var(--soft)}
.steps{list-style:none;counter-reset:step;margin:1.5rem 0;padding:0}
.steps li{counter-increment:step;display:grid;grid-template-columns:2.25rem 1fr;gap:0 .75rem;margin:0 0 1.125rem}
.steps li::before{content:counter(step);grid-row:1/3;width:2.25rem;height:2.25rem;border-radius:50%;background:#e2eeea;color:var(--pine-deep);font-weight:700;text-align:center;line-height:2.25rem}
.steps h2{margin:.25rem 0 0}
.steps p{margin:0;color:var(--soft)}
.line{font-size:2rem;font-weight:750;color:inherit;text-decoration:none;font-variant-numeric:tabular-nums}
footer{margin-top:2rem;color:var(--soft);font-size:.9375rem}
footer p{margin:0 0 .25rem}
@media (min-width:48rem){
.page{padding-top:2.5rem}
.page.wide{max-width:54rem}
.wide .columns{display:grid;grid-template-columns:minmax(0,21rem) minmax(0,1fr);gap:0 2.5rem;align-items:start}
}
.bright{background:#fff}
.bright .card{background:#fff}
.card-link{display:block}
.terms{margin:.875rem 0 0;white-space:pre-line}
.actions{display:grid;grid-template-columns:1fr 1fr;gap:.75rem;margin:0 0 1rem}
.actions>:only-child{grid-column:1/-1}
.button.light{background:#fff;color:var(--pine);border:1.5px solid var(--pine)}
.button.light:hover{background:#e2eeea}
[hidden]{display:none}
@media print{
body{background:#fff}
.brand,.actions,.quiet,.no-print,audio{display:none}
.page,.page.wide{max-width:none;padding:0}
.sheet{border-color:#999;break-inside:avoid}
.card{width:9cm;margin:0 auto}
.wide .columns{display:block}
}
`.trim();

const hash = createHash('sha256').update(style).digest('base64');

/** No script, nothing from elsewhere, no frame around it, forms to ourselves. */
export const contentPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${hash}'`,
  "img-src 'self'",
  "media-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const policyWithScripts = `${contentPolicy}; script-src 'self'`;
