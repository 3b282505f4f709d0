import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { World } from '../support/world.ts';

/** A clerk at the page of a shop's scanner, in English. */
export function clerkAt(page: Page) {
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  return {
    page,
    signsIn: async (key: string) => {
      await page.getByLabel('Terminal key').fill(key);
      await button('Sign in').click();
    },
    /** A hand scanner, as fast as one is however busy the machine of the tests. */
    scans: async (code: string) => {
      await page.locator('.busy').waitFor({ state: 'detached' });
      await page.evaluate((text) => {
        const keys = [...text].map((key) => ({ key, code: `${/\d/.test(key) ? 'Digit' : 'Key'}${key}` }));
        for (const key of [...keys, { key: 'Enter', code: 'Enter' }]) {
          document.activeElement?.dispatchEvent(
            new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }),
          );
        }
      }, code);
    },
    types: async (digits: string) => page.keyboard.type(digits, { delay: 1 }),
    presses: (name: string | RegExp) => button(name).click(),
    enters: () => page.keyboard.press('Enter'),
    sees: async (...words: (string | RegExp)[]) => {
      for (const word of words) await page.getByText(word).first().waitFor({ timeout: 8_000 });
    },
    seesColour: async (colour: 'green' | 'red' | 'amber') => {
      await page.locator(`.verdict.${colour}`).waitFor({ timeout: 8_000 });
    },
  };
}

export const tokenOf = async (world: World, voucherId: string): Promise<string> => {
  const card = await world.app.operations.voucherCard({ voucherId, cardVersion: 1 });
  if (!card) throw new Error('there is no such coupon');
  return card.token;
};

export async function voucherIdOf(fetched: { kind: string; voucher?: { voucherId: string | null } }): Promise<string> {
  expect(fetched.kind).toBe('fetched');
  return fetched.voucher?.voucherId ?? '';
}
