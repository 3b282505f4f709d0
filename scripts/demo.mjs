// npm run demo: plays the main job through the simulator on a throw-away database.
import { runBuilt } from './run-built.mjs';

await runBuilt('demo');
