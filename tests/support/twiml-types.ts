import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import ts from 'typescript';

/**
 * TwiML has no official schema, but the `twilio` package's type file is one in effect: each class is an element, each
 * of its methods a child that it may have, each attributes interface the list of attributes with their values.
 */
type Value = { kind: 'text' | 'number' | 'boolean' | 'numbers' } | { kind: 'enum' | 'enums'; allowed: Set<string> };

interface Shape {
  /** Child element name → shape. */
  children: Map<string, { shape: string; attributes: string | null }>;
}

interface Types {
  shapes: Map<string, Shape>;
  attributes: Map<string, Map<string, Value>>;
}

/** Methods that make no element. */
const notElements = new Set([
  'constructor',
  'comment',
  'commentAfter',
  'commentBefore',
  'addText',
  'addChild',
  'toString',
]);

/** Names that the type file writes otherwise than XML does: speech markup is in small letters, `SipUri` is `<Sip>`… */
function elementName(method: string, shape: string): string {
  if (shape.startsWith('Ssml')) return method === 'sayAs' ? 'say-as' : method.replace(/_$/, '');
  return method.charAt(0).toUpperCase() + method.slice(1);
}

function readValue(type: ts.TypeNode, enums: Map<string, Set<string>>): Value {
  if (ts.isArrayTypeNode(type)) {
    const inner = readValue(type.elementType, enums);
    if (inner.kind === 'number') return { kind: 'numbers' };
    return inner.kind === 'enum' ? { kind: 'enums', allowed: inner.allowed } : { kind: 'text' };
  }
  if (type.kind === ts.SyntaxKind.NumberKeyword) return { kind: 'number' };
  if (type.kind === ts.SyntaxKind.BooleanKeyword) return { kind: 'boolean' };
  const allowed = ts.isTypeReferenceNode(type) ? enums.get(type.typeName.getText()) : undefined;
  return allowed ? { kind: 'enum', allowed } : { kind: 'text' };
}

function enumOf(node: ts.TypeAliasDeclaration): Set<string> {
  const members = ts.isUnionTypeNode(node.type) ? node.type.types : [node.type];
  return new Set(
    members.flatMap((one) => (ts.isLiteralTypeNode(one) && ts.isStringLiteral(one.literal) ? [one.literal.text] : [])),
  );
}

function lastName(type: ts.TypeNode | undefined): string {
  return type?.getText().split('.').at(-1) ?? '';
}

function readShape(node: ts.ClassDeclaration): Shape {
  const shape: Shape = { children: new Map() };
  for (const member of node.members) {
    if (!ts.isMethodDeclaration(member)) continue;
    const method = member.name.getText();
    const child = lastName(member.type);
    if (notElements.has(method) || child === 'XMLElement') continue;
    const named = member.parameters.find((one) => one.name.getText() === 'attributes');
    const attributes = named ? lastName(named.type) : null;
    const name = elementName(method, child);
    const known = shape.children.get(name);
    shape.children.set(name, { shape: child, attributes: attributes ?? known?.attributes ?? null });
  }
  return shape;
}

function readTypes(): Types {
  const path = createRequire(import.meta.url).resolve('twilio/lib/twiml/VoiceResponse.d.ts');
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const enums = new Map<string, Set<string>>();
  const types: Types = { shapes: new Map(), attributes: new Map() };
  const interfaces: ts.InterfaceDeclaration[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeAliasDeclaration(node)) enums.set(node.name.text, enumOf(node));
    if (ts.isInterfaceDeclaration(node)) interfaces.push(node);
    if (ts.isClassDeclaration(node) && node.name) types.shapes.set(node.name.text, readShape(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const node of interfaces) {
    const found = types.attributes.get(node.name.text) ?? new Map<string, Value>();
    for (const member of node.members) {
      if (!ts.isPropertySignature(member) || !member.type) continue;
      const name = ts.isStringLiteral(member.name) ? member.name.text : member.name.getText();
      found.set(name, readValue(member.type, enums));
    }
    types.attributes.set(node.name.text, found);
  }
  if (types.shapes.size < 40 || enums.size < 20) throw new Error(`${path} was not understood: has its form changed?`);
  return types;
}

let read: Types | null = null;

function valueFault(value: Value, given: string): string | null {
  const each = given.split(' ');
  switch (value.kind) {
    case 'number':
      return /^\d+$/.test(given) ? null : 'a whole number';
    case 'numbers':
      return each.every((one) => /^\d+$/.test(one)) ? null : 'whole numbers';
    case 'boolean':
      return given === 'true' || given === 'false' ? null : 'true or false';
    case 'enum':
      return value.allowed.has(given) ? null : 'one of the listed values';
    case 'enums':
      return each.every((one) => value.allowed.has(one)) ? null : 'of the listed values';
    case 'text':
      return null;
  }
}

type Raw = Record<string, unknown>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
  ignoreDeclaration: true,
  commentPropName: '#comment',
});

function check(types: Types, raw: Raw[], parent: string, shapeName: string, faults: string[]): void {
  const shape = types.shapes.get(shapeName);
  for (const node of raw) {
    const name = Object.keys(node).find((key) => key !== ':@') ?? '';
    if (name.startsWith('#')) continue;
    const child = shape?.children.get(name);
    if (!child) {
      faults.push(`<${name}> is not offered in <${parent}>`);
      continue;
    }
    const attributes = types.attributes.get(child.attributes ?? '');
    for (const [attribute, given] of Object.entries((node[':@'] ?? {}) as Record<string, string>)) {
      const value = attributes?.get(attribute);
      if (!value) faults.push(`<${name}> has no attribute ${attribute}`);
      else {
        const wanted = valueFault(value, given);
        if (wanted !== null) faults.push(`<${name} ${attribute}="${given}">: ${wanted} is wanted`);
      }
    }
    check(types, node[name] as Raw[], name, child.shape, faults);
  }
}

/** What is wrong with a voice document by the twilio package's own type file; empty when nothing is. */
export function twimlFaults(xml: string): string[] {
  const valid = XMLValidator.validate(xml);
  if (valid !== true) return [`not well-formed: ${valid.err.msg}`];
  read ??= readTypes();
  const elements = (parser.parse(xml) as Raw[]).filter((node) => !Object.keys(node).some((key) => key.startsWith('#')));
  const [root] = elements;
  if (!root || elements.length !== 1 || !('Response' in root)) return ['the root must be one <Response>'];
  const faults: string[] = [];
  const attributes = Object.keys((root[':@'] ?? {}) as Raw);
  if (attributes.length > 0) faults.push(`<Response> has no attribute ${attributes.join(', ')}`);
  check(read, root.Response as Raw[], 'Response', 'VoiceResponse', faults);
  return faults;
}
