import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Field {
  name: string;
  types: string[];
  required: boolean;
}

interface Described {
  fields?: Field[];
  subtypes?: string[];
}

interface Description {
  version: string;
  methods: Record<string, Described & { returns: string[] }>;
  types: Record<string, Described>;
}

/** Telegram's own description of its Bot API as data; it lies beside the project, where it does. */
const file = fileURLToPath(new URL('../../../shared/specs/telegram-bot-api.json', import.meta.url));

export const noDescription = 'the description of the Bot API (shared/specs) is not beside the project';

const plain: Record<string, (value: unknown) => boolean> = {
  Integer: Number.isInteger,
  Float: (value) => typeof value === 'number',
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  True: (value) => value === true,
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value);

/** What was sent in a form is text; what it stands for is an object, a number or a yes. */
function fromForm(value: unknown, types: string[]): unknown {
  if (typeof value !== 'string' || types.includes('String')) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

/** Says what is wrong with requests and answers, by the description of the Bot API. */
export class BotApiSpec {
  readonly #description: Description;

  constructor(description: Description) {
    this.#description = description;
  }

  get version(): string {
    return this.#description.version;
  }

  /** A request: unknown methods and fields, missing ones, wrong types. Pictures are given as Buffers. */
  faultsInRequest = (method: string, fields: Record<string, unknown>): string[] => {
    const known = this.#description.methods[method];
    if (!known) return [`${method} is no method of the Bot API`];
    const given = Object.fromEntries(
      Object.entries(fields)
        // A part that another field refers to (attach://…) has a name of its own.
        .filter(([name, value]) => !(Buffer.isBuffer(value) && !known.fields?.some((field) => field.name === name)))
        .map(([name, value]) => {
          const types = known.fields?.find((field) => field.name === name)?.types ?? [];
          return [name, fromForm(value, types)];
        }),
    );
    return this.#faultsInFields(known.fields ?? [], given, '');
  };

  /** The result of a method. */
  faultsInResult = (method: string, result: unknown): string[] => {
    const types = this.#description.methods[method]?.returns ?? [];
    if (types.length === 0) return [`${method} is no method of the Bot API`];
    return this.#faultsInAny(types, result, 'result');
  };

  /** An object of a type: an Update, a Message. */
  faultsInObject = (type: string, value: unknown): string[] => this.#faultsIn(type, value, type);

  #faultsInFields(fields: Field[], given: Record<string, unknown>, path: string): string[] {
    const unknown = Object.keys(given).filter((name) => !fields.some((field) => field.name === name));
    return [
      ...unknown.map((name) => `${path}${name} is unknown`),
      ...fields.flatMap(({ name, types, required }) => {
        const value = given[name];
        if (value === undefined || value === null) return required ? [`${path}${name} is missing`] : [];
        return this.#faultsInAny(types, value, `${path}${name}`);
      }),
    ];
  }

  /** The shortest of what is wrong by each type. */
  #faultsInAny(types: string[], value: unknown, path: string): string[] {
    const each = types.map((type) => this.#faultsIn(type, value, path));
    return each.sort((one, other) => one.length - other.length)[0] ?? [];
  }

  #faultsIn(type: string, value: unknown, path: string): string[] {
    const item = /^Array of (.+)$/.exec(type)?.[1];
    if (item !== undefined) {
      if (!Array.isArray(value)) return [`${path} is no array`];
      return value.flatMap((one, index) => this.#faultsIn(item, one, `${path}[${index}]`));
    }
    const check = plain[type];
    if (check) return check(value) ? [] : [`${path} is no ${type}`];
    if (type === 'InputFile') return Buffer.isBuffer(value) ? [] : [`${path} is no ${type}`];
    const described = this.#description.types[type];
    if (!described) return [`${path} has the unknown type ${type}`];
    if (described.subtypes) return this.#faultsInAny(described.subtypes, value, path);
    if (type === 'KeyboardButton' && typeof value === 'string') return [];
    if (!isObject(value)) return [`${path} is no ${type}`];
    // `hide` is telegraf's own: its buttons carry it along, and Telegram does not look at it.
    const { hide: _, ...rest } = value;
    const given = type.endsWith('KeyboardButton') ? rest : value;
    return this.#faultsInFields(described.fields ?? [], given, `${path}.`);
  }
}

/** Null where the description is not beside the project. */
export const botApiSpec: BotApiSpec | null = existsSync(file)
  ? new BotApiSpec(JSON.parse(readFileSync(file, 'utf8')) as Description)
  : null;
