const font =
  "font-family:system-ui,-apple-system,'Segoe UI','Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR','Hiragino Sans',sans-serif;";

/** As the pages look (src/web/pages/style.ts), for 360 px and more. */
export const styles = {
  ground: `margin:0;padding:0;background:#f4f3ee;color:#16201d;${font}font-size:16px;line-height:1.6;`,
  page: 'max-width:480px;margin:0 auto;padding:24px 16px;',
  brand: 'margin:0 0 12px;color:#1b5348;font-weight:700;',
  sheet: 'padding:24px;border-radius:16px;background:#ffffff;',
  title: 'margin:0 0 16px;font-size:20px;line-height:1.35;font-weight:700;overflow-wrap:anywhere;',
  picture: 'display:block;width:100%;max-width:432px;height:auto;margin:0 0 16px;border-radius:12px;',
  line: 'margin:0 0 12px;overflow-wrap:anywhere;',
  button:
    'display:block;padding:14px 16px;border-radius:12px;background:#1b5348;color:#ffffff;font-weight:700;text-align:center;text-decoration:none;',
  foot: 'margin:20px 0 0;color:#56625e;font-size:13px;line-height:1.6;',
  quiet: 'color:#56625e;text-decoration:underline;white-space:nowrap;',
} as const;

/** Korean is broken between words, Japanese anywhere. */
export const breaking = (language: string): string => `word-break:${language === 'ko' ? 'keep-all' : 'normal'};`;

/** Styles on elements win over a sheet, unless it insists. */
export const dark = `
@media (prefers-color-scheme: dark) {
  .ground { background: #141a18 !important; color: #eef1ef !important; }
  .sheet { background: #1f2725 !important; }
  .brand { color: #8fd0bb !important; }
  .soft { color: #a9b3af !important; }
  .button { background: #8fd0bb !important; color: #10201b !important; }
}
`;
