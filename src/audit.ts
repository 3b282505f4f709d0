import { parseArgs } from 'node:util';
import { runCommand, withDatabase } from './command-line.ts';
import { audit } from './operations/audit/audit.ts';

// npm run audit -- [--database URL]: exit code 1 and a line for each violation.
runCommand(async () => {
  const { values } = parseArgs({ options: { database: { type: 'string' } } });
  const violations = await withDatabase(values.database, (store) => audit(store));
  for (const { truth, says } of violations) process.stdout.write(`truth ${truth}: ${says}\n`);
  process.stdout.write(violations.length === 0 ? 'Every truth holds.\n' : `${violations.length} violations.\n`);
  return violations.length === 0 ? 0 : 1;
});
