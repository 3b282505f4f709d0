// npm run bench [-- --json] [--quick] [--only NAME]: measures speed as ratios against baselines beside it.
import { runBuilt } from './run-built.mjs';

await runBuilt('bench');
