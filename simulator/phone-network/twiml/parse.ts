import { XMLParser, XMLValidator } from 'fast-xml-parser';

export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
}

export type ParsedTwiml = { kind: 'parsed'; response: Element } | { kind: 'faulty'; code: number; message: string };

/** Twilio error 11750: a document may have 64 KB. */
export const twimlLimitBytes = 65_536;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

function toNode(raw: Record<string, unknown>): Element | string {
  if ('#text' in raw) return String(raw['#text']);
  const name = Object.keys(raw).find((key) => key !== ':@') ?? '';
  return {
    name,
    attributes: { ...((raw[':@'] as Record<string, string> | undefined) ?? {}) },
    children: (raw[name] as Record<string, unknown>[]).map(toNode),
  };
}

/** Reads one TwiML document. Refuses: not well-formed or no `<Response>` (12100), a document type (12100), too large (11750). */
export function parseTwiml(xml: string): ParsedTwiml {
  if (Buffer.byteLength(xml) > twimlLimitBytes) {
    return { kind: 'faulty', code: 11750, message: 'TwiML response body too large: over 64 KB' };
  }
  const faulty = (message: string): ParsedTwiml => ({ kind: 'faulty', code: 12100, message });
  const valid = XMLValidator.validate(xml);
  if (valid !== true) return faulty(`Document parse failure: ${valid.err.msg} (line ${valid.err.line})`);
  if (/<!DOCTYPE/i.test(xml)) return faulty('Document parse failure: a document type is not allowed');
  const roots = (parser.parse(xml) as Record<string, unknown>[]).map(toNode);
  const elements = roots.filter((node): node is Element => typeof node !== 'string');
  const [response] = elements;
  if (!response || elements.length > 1 || response.name !== 'Response') {
    return faulty('Document parse failure: the root must be one <Response>');
  }
  return { kind: 'parsed', response };
}

/** All text inside, in order; what `<sub alias="…">` replaces is replaced. */
export function textOf(element: Element): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : (child.attributes.alias ?? textOf(child))))
    .join('');
}
