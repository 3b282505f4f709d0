import type { FastifyInstance } from 'fastify';

/** Every address that takes a POST, as the app itself lists them: a new one is in it by itself. */
export function postRoutes(server: FastifyInstance): string[] {
  const above: string[] = [];
  return server
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', path = '', methods = ''] = /^([│ ]*)[├└]── (\S+) \(([A-Z, ]+)\)/.exec(line) ?? [];
      if (path === '') return [];
      const depth = indent.length / 4;
      above.splice(depth, Number.POSITIVE_INFINITY, path);
      return methods.split(', ').includes('POST') ? [above.join('').replace(/^\/(?=.)|^(?=[^/])/, '/')] : [];
    });
}

/** The address with something in the place of its parameters. */
export const example = (route: string): string => route.replace(/:\w+/g, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
