// npm run audit -- [--database URL]: reads a database and checks that what always holds does hold.
import { runBuilt } from './run-built.mjs';

await runBuilt('audit');
