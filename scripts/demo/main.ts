import { fileURLToPath } from 'node:url';
import { openDesk } from '../../tests/support/desk.ts';
import { openTill } from '../../tests/support/till.ts';
import { startPrograms } from '../programs.ts';
import { playCouponStory } from './coupon-story.ts';
import { playMainJob } from './main-job.ts';
import { transcript } from './transcript.ts';

/** npm run demo: exit code 0 only if every step did what it should. */
async function main(): Promise<void> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const programs = await startPrograms(root);
  try {
    const desk = openDesk(programs.simulatorUrl);
    const till = openTill(programs.appUrl, 'demo-terminal-101');
    await playMainJob({ desk, till, pictureFile: `${root}data/demo/card.jpg` });
    const ofTable = openTill(programs.appUrl, 'demo-terminal-102');
    const { appUrl, simulatorUrl } = programs;
    await playCouponStory({ desk, till: ofTable, appUrl, simulatorUrl, folder: `${root}data/demo` });
    transcript.scene('The books');
    const { sound, says } = programs.audit();
    if (!sound) throw new Error(`the audit found:\n${says}`);
    transcript.proves(says);
  } finally {
    await programs.stop();
  }
  console.log('\nEvery step did what it should.');
}

main().catch((error: unknown) => {
  console.error(`\nThe demo failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
