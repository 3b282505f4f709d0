// npm run call-map: measures words that are new and draws the map of the call, with its seconds, into docs/.
import { runBuilt } from './run-built.mjs';

await runBuilt('call-map');
