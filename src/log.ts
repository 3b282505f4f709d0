import type { FastifyServerOptions } from 'fastify';
import type { Settings } from './config.ts';

/** Where log lines go; standard output if not said. */
export interface LogStream {
  write(line: string): void;
}

/**
 * The log has steps and outcomes, never digits that somebody keyed in, numbers, names or links. Times are ISO 8601: no
 * run of 13 digits may look like a card number.
 */
export function loggerOptions(level: Settings['logLevel'], stream?: LogStream): FastifyServerOptions['logger'] {
  return {
    level,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: { err: plainError, error: plainError, req: plainRequest },
    ...(stream ? { stream } : {}),
  };
}

/** A request by its route: paths and queries carry tokens and sealed states. */
const plainRequest = (request: { method: string; routeOptions?: { url?: string } }) => ({
  method: request.method,
  route: request.routeOptions?.url ?? 'none',
});

interface PlainError {
  [fact: string]: unknown;
  type: string;
  code?: unknown;
  message: string;
  stack: string;
  cause?: PlainError;
}

function plainError(error: unknown): PlainError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    message: withoutValues(error),
    // The first lines of a stack repeat the message.
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    ...(cause instanceof Error ? { cause: plainError(cause) } : {}),
  };
}

/** Prisma's messages quote what was to be written; their last line says what was wrong. Fastify's name addresses. */
function withoutValues({ name, message }: Error): string {
  const said = name.startsWith('PrismaClient') ? (message.trim().split('\n').at(-1) ?? '') : message;
  return said.replace(/\d{4,}|[A-Z2-7]{26}/g, '…');
}
