/** One page in Twilio's form, of a list that is newest first. Page size 1..1000, default 50. */
export function toPage<T>(
  items: readonly T[],
  query: Record<string, unknown>,
  path: string,
  name: string,
  show: (item: T) => object,
): object {
  const size = Math.min(1_000, Math.max(1, Number(query.PageSize ?? 50) || 50));
  const page = Math.max(0, Number(query.Page ?? 0) || 0);
  const uri = (number: number) => {
    const params = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) {
      if (typeof value === 'string' && key !== 'Page' && key !== 'PageSize') params.set(key, value);
    }
    params.set('PageSize', String(size));
    params.set('Page', String(number));
    return `${path}?${params}`;
  };
  const start = page * size;
  const shown = items.slice(start, start + size);
  return {
    [name]: shown.map(show),
    page,
    page_size: size,
    start,
    end: start + Math.max(0, shown.length - 1),
    uri: uri(page),
    first_page_uri: uri(0),
    next_page_uri: start + size < items.length ? uri(page + 1) : null,
    previous_page_uri: page > 0 ? uri(page - 1) : null,
  };
}
