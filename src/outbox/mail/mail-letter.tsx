import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { MailWords } from '../../wording/written/mail/mail-words.ts';
import { breaking, dark, styles } from './mail-style.ts';

export interface MailLetter {
  words: MailWords;
  /** What the HTML names its picture by. */
  cid: string | null;
  unsubscribeUrl: string | null;
}

/** The same words without pictures and buttons. */
export function mailText({ words, unsubscribeUrl }: MailLetter): string {
  const lines = words.lines.map((line) => (line.kind === 'words' ? line.words : `${line.label}: ${line.url}`));
  const foot = [words.why, ...(unsubscribeUrl ? [`${words.stop}: ${unsubscribeUrl}`] : [])];
  return [words.subject, '', ...lines, '', '-- ', ...foot].join('\n');
}

export const mailHtml = (letter: MailLetter): string => `<!doctype html>${renderToString(<Letter {...letter} />)}`;

/**
 * Every style stands on its element, since some mail programs read no other; the colours of the dark are a media query,
 * which those that are dark do read. Nothing is fetched: the picture comes with the mail.
 */
function Letter({ words, cid, unsubscribeUrl }: MailLetter): VNode {
  const { language, subject, brand, lines, why, stop, picture } = words;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
        {/* A constant of ours, which escaping would break. */}
        <style dangerouslySetInnerHTML={{ __html: dark }} />
      </head>
      <body class="ground" style={styles.ground + breaking(language)}>
        <div style={styles.page}>
          <p class="brand" style={styles.brand}>
            {brand}
          </p>
          <div class="sheet" style={styles.sheet}>
            <h1 style={styles.title}>{subject}</h1>
            {cid && <img src={`cid:${cid}`} alt={picture} width="432" style={styles.picture} />}
            {lines.map((line) =>
              line.kind === 'words' ? (
                <p style={styles.line}>{line.words}</p>
              ) : (
                <p style={styles.line}>
                  <a class="button" href={line.url} style={styles.button}>
                    {line.label}
                  </a>
                </p>
              ),
            )}
          </div>
          <p class="soft" style={styles.foot}>
            {why}
            {unsubscribeUrl && ' '}
            {unsubscribeUrl && (
              <a class="soft" href={unsubscribeUrl} style={styles.quiet}>
                {stop}
              </a>
            )}
          </p>
        </div>
      </body>
    </html>
  );
}
