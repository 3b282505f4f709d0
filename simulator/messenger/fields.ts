import { BotRefusal } from './bot-refusal.ts';

/**
 * The fields of a request, which come as JSON, in a form or in parts: what is an object in JSON is text that holds JSON
 * elsewhere, and numbers are text.
 */
export class Fields {
  readonly #raw: Record<string, unknown>;

  constructor(raw: Record<string, unknown>) {
    this.#raw = raw;
  }

  has(name: string): boolean {
    const value = this.#raw[name];
    return value !== undefined && value !== null && value !== '';
  }

  /** Empty when absent, or when it is no plain value. */
  text(name: string): string {
    const value = this.#raw[name];
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
  }

  /** Within the bounds; `otherwise` when it is absent or no whole number, as the Bot API has it. */
  integer(name: string, otherwise: number, low = Number.MIN_SAFE_INTEGER, high = Number.MAX_SAFE_INTEGER): number {
    const text = this.text(name).trim();
    const value = /^-?\d+$/.test(text) ? Number(text) : otherwise;
    return Math.min(Math.max(value, low), high);
  }

  flag(name: string): boolean {
    return ['true', 'yes', '1'].includes(this.text(name).trim().toLowerCase());
  }

  /** Undefined when absent. */
  json(name: string, what: string): unknown {
    if (!this.has(name)) return undefined;
    const value = this.#raw[name];
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value) as unknown;
    } catch {
      throw BotRefusal.bad(`can't parse ${what} JSON object`);
    }
  }

  /** Something uploaded in a part of its own. */
  file(name: string): Buffer | null {
    const value = this.#raw[name];
    return Buffer.isBuffer(value) ? value : null;
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value);
