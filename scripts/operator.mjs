// npm run operator -- EMAIL: makes an operator, who signs in at /admin, or gives one a new password.
import { runBuilt } from './run-built.mjs';

await runBuilt('operator');
