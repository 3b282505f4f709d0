const address = /https?:\/\/[^\s<>"]+/g;

/** A text as it was written, its web addresses as links. Everything else stays text. */
export function LinkedText({ text }: { text: string }) {
  const parts: (string | { href: string })[] = [];
  let from = 0;
  for (const { 0: href, index } of text.matchAll(address)) {
    parts.push(text.slice(from, index));
    parts.push(URL.canParse(href) ? { href } : href);
    from = index + href.length;
  }
  parts.push(text.slice(from));
  return (
    <>
      {parts.map((part, index) =>
        typeof part === 'string' ? (
          part
        ) : (
          <a key={index} href={part.href} target="_blank" rel="noopener noreferrer">
            {part.href.replace(/^https?:\/\//, '')}
          </a>
        ),
      )}
    </>
  );
}
