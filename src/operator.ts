import { parseArgs } from 'node:util';
import { v7 } from 'uuid';
import { runCommand, withDatabase } from './command-line.ts';
import { appointOperator } from './operations/accounts/appoint-operator.ts';
import { newPassword, passwords } from './providers/passwords.ts';

const usage = 'npm run operator -- EMAIL [--name NAME] [--language ko|en|ja] [--database URL]';

const says = {
  appointed: 'is an operator now',
  renewed: 'has a new password, and is signed out everywhere',
};

const refusals = {
  'not-an-address': 'is no e-mail address',
  'card-number': 'has what looks like a card number in it',
  'demo-address': 'ends in .example, which is kept for the demo people',
  'shop-owner': 'is the account of a shop owner; an operator needs an address of their own',
};

runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      name: { type: 'string', default: '' },
      language: { type: 'string', default: 'ko' },
      database: { type: 'string' },
    },
  });
  const [email] = positionals;
  if (email === undefined || positionals.length > 1 || !['ko', 'en', 'ja'].includes(values.language)) {
    throw new Error(usage);
  }
  const password = newPassword();
  const { kind } = await withDatabase(values.database, (store) =>
    appointOperator(
      { store, passwords, now: () => new Date(), newId: () => v7() },
      { email, name: values.name, locale: values.language, password },
    ),
  );
  if (kind !== 'appointed' && kind !== 'renewed') throw new Error(`${email} ${refusals[kind]}`);
  process.stdout.write(`${email} ${says[kind]}. Sign in at /admin with\n\n  ${password}\n\n`);
  process.stdout.write('It is not shown again: who has lost it runs this once more.\n');
  return 0;
});
