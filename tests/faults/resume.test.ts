import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PhoneCall } from '../support/desk.ts';
import { people } from '../support/world.ts';
import { callsUpTo, goesOnTo, pressesToPay } from './deeds.ts';
import { Programs } from './programs.ts';
import type { Leaves } from './right-end.ts';
import { Scene } from './scene.ts';

const bought: Leaves = { certificates: ['pending'], told: { jisu: ['receipt'], yuna: ['gift-offered'] } };
const nothing: Leaves = { certificates: [], told: { jisu: [], yuna: [] } };

let programs: Programs;
beforeAll(async () => {
  programs = await Programs.bundle();
});
afterAll(() => programs.dispose());

async function inAScene(story: (scene: Scene) => Promise<void>): Promise<void> {
  const scene = await Scene.open(programs);
  try {
    await scene.starts();
    await story(scene);
  } finally {
    await scene.close();
  }
}

/** The line breaks because the program dies, and the program is started again. */
async function breaksAt(scene: Scene, step: string): Promise<void> {
  await callsUpTo(scene, step);
  await scene.isKilled();
  await scene.starts();
}

const callsAgain = (scene: Scene) =>
  scene
    .phone(people.jisu)
    .dials()
    .hears(/조금 전에 끊긴 구매/)
    .presses('2580#');

async function confirms(scene: Scene, call: PhoneCall): Promise<void> {
  await (await goesOnTo('confirm', call)).presses('1').hears(/결제됐습니다/);
  await call.hangsUp();
  await scene.recovers();
}

describe('a caller cut off before paying hears that nothing was paid, and goes on', () => {
  test.for(['recipient', 'confirm'])('where the line broke, at %s', (step) =>
    inAScene(async (scene) => {
      await breaksAt(scene, step);
      await scene.passes({ minutes: 9 });
      await scene.settles();
      const call = await callsAgain(scene).hears(/아직 결제되지 않았어요/);
      expect(call.step).toBe(step);
      await confirms(scene, call);
      expect(await scene.desk.intents()).toHaveLength(1);
      await scene.endsRight(bought);
    }),
  );

  test('after hanging up, with ten minutes from then', () =>
    inAScene(async (scene) => {
      const cut = await callsUpTo(scene, 'recipient');
      await scene.passes({ minutes: 5 });
      await cut.hangsUp();
      await scene.settles();
      await scene.passes({ minutes: 9 });
      await scene.settles();
      const call = await callsAgain(scene).hears(/아직 결제되지 않았어요/);
      expect(call.step).toBe('recipient');
      await confirms(scene, call);
      await scene.endsRight(bought);
    }));

  test('and after hanging up once more, with ten minutes from then', () =>
    inAScene(async (scene) => {
      await (await callsUpTo(scene, 'recipient')).hangsUp();
      await scene.settles();
      await scene.passes({ minutes: 9 });
      await (await callsAgain(scene)).hangsUp();
      await scene.settles();
      await scene.passes({ minutes: 9 });
      await scene.settles();
      const call = await callsAgain(scene).hears(/아직 결제되지 않았어요/);
      await confirms(scene, call);
      await scene.endsRight(bought);
    }));
});

describe('a caller cut off after saying yes', () => {
  test('hears that it was paid', () =>
    inAScene(async (scene) => {
      await scene.isKilledAt('purchase.confirmed', () => pressesToPay(scene));
      await scene.starts();
      await scene.passes({ seconds: 30 });
      await scene.settles();
      await (await callsAgain(scene).hears(/끊긴 구매는 결제됐습니다/)).hangsUp();
      await scene.recovers();
      await scene.endsRight(bought);
    }));

  test('who calls at once waits for the same payment, and hears that it was paid', () =>
    inAScene(async (scene) => {
      await scene.isKilledAt('purchase.captured', () => pressesToPay(scene));
      await scene.starts();
      const waiting = callsAgain(scene);
      await scene.passes({ seconds: 30 });
      await scene.settlesWhile(waiting);
      await (await waiting.hears(/결제됐습니다/)).hangsUp();
      await scene.recovers();
      await scene.endsRight(bought);
    }));

  test('before it was written down hears that nothing was paid, and says yes again', () =>
    inAScene(async (scene) => {
      await scene.isKilledAt('purchase.confirming', () => pressesToPay(scene));
      await scene.starts();
      const call = await callsAgain(scene).hears(/아직 결제되지 않았어요/);
      expect(call.step).toBe('confirm');
      await confirms(scene, call);
      await scene.endsRight(bought);
    }));
});

test('a caller cut off who calls too late finds no purchase to go on with, and paid nothing', () =>
  inAScene(async (scene) => {
    await breaksAt(scene, 'confirm');
    await scene.passes({ minutes: 11 });
    await scene.settles();
    const call = await scene.phone(people.jisu).dials();
    expect(call.step).toBe('menu');
    await call.hangsUp();
    await scene.recovers();
    await scene.endsRight(nothing);
  }));

test('a stranger on the same telephone hears nothing of a broken purchase without the PIN', () =>
  inAScene(async (scene) => {
    await breaksAt(scene, 'confirm');
    const call = await scene.phone(people.jisu).dials().presses('9999#');
    expect(call.step).toBe('resume');
    expect(call.heard.join(' ')).not.toMatch(/한라악기|오만 원|결제/);
    await call.hangsUp();
    await scene.recovers();
    await scene.endsRight(nothing);
  }));
