/** Reads a decoded form, in which a repeated field is a list. */
export function readForm(body: unknown): { one(name: string): string; all(name: string): string[] } {
  const form = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const all = (name: string): string[] => {
    const value = form[name];
    if (Array.isArray(value)) return value.filter((item): item is string => typeof item === 'string');
    return typeof value === 'string' ? [value] : [];
  };
  return { all, one: (name) => all(name)[0] ?? '' };
}
