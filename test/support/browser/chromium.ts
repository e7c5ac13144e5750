import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { describe, it } from 'vitest';

const EXECUTABLE = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const FLAGS = '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking';

/** Starts a headless Chromium with a profile of its own; whoever starts it closes it. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: EXECUTABLE,
    args: [...FLAGS.split(' '), '--disable-component-update', '--disable-sync'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    timeout: 25_000,
  });

/** `describe` for tests that need Chromium: skipped by name where there is none, but in CI a failure. */
export function describeInChromium(name: string, tests: () => void): void {
  if (existsSync(EXECUTABLE)) return void describe(name, tests);
  const missing = `no Chromium at ${EXECUTABLE} (CHROMIUM_PATH says otherwise)`;
  if (process.env['CI'] === 'true') {
    it(`${name}: needs Chromium`, () => {
      throw new Error(missing);
    });
    return;
  }
  console.warn(`Skipped: ${name}: ${missing}`);
  describe.skip(name, tests);
}
