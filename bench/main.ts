import { type Figure, table } from './figure.ts';
import { bulk } from './figures/bulk.ts';
import { cards } from './figures/cards.ts';
import { chat } from './figures/chat.ts';
import { dialogue } from './figures/dialogue.ts';
import { growth } from './figures/growth.ts';
import { onPostgresql } from './figures/on-postgresql.ts';
import { onSqlite } from './figures/on-sqlite.ts';
import { overHttp } from './figures/over-http.ts';
import { program } from './figures/program.ts';
import { signIn } from './figures/sign-in.ts';
import { full, quick, type Scale } from './rounds.ts';

const groups: Readonly<Record<string, (scale: Scale) => Promise<Figure[]>>> = {
  program,
  dialogue,
  chat,
  bulk,
  'on-sqlite': onSqlite,
  'over-http': overHttp,
  'on-postgresql': onPostgresql,
  cards,
  'sign-in': signIn,
  growth,
};

/** npm run bench: every group, or those named by --only; --quick for a look whether it runs, --json for programs. */
async function main(args: string[]): Promise<void> {
  const scale = args.includes('--quick') ? quick : full;
  const only = args.flatMap((arg, index) => (arg === '--only' ? [args[index + 1] ?? ''] : []));
  const unknown = only.filter((name) => !Object.hasOwn(groups, name));
  if (unknown.length > 0) throw new Error(`no figures named ${unknown}; there are ${Object.keys(groups).join(', ')}`);
  const figures: Figure[] = [];
  for (const [name, measure] of Object.entries(groups)) {
    if (only.length > 0 && !only.includes(name)) continue;
    console.error(`measuring ${name} …`);
    const measured = await measure(scale);
    console.error(table(measured));
    figures.push(...measured);
  }
  console.log(table(figures));
  if (args.includes('--json')) console.log(JSON.stringify({ figures }));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
