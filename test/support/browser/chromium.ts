import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { describe, it } from 'vitest';

const EXECUTABLE = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const FLAGS = '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking';

/** Starts a headless Chromium with a new profile. The caller closes it. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: EXECUTABLE,
    args: [...FLAGS.split(' '), '--disable-component-update', '--disable-sync'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    timeout: 25_000,
  });

/** Calls `describe` for tests that need Chromium. If there is none, they are skipped with a warning; in CI they fail. */
export function describeInChromium(name: string, tests: () => void): void {
  if (existsSync(EXECUTABLE)) return void describe(name, tests);
  const missing = `there is no Chromium at ${EXECUTABLE} (set CHROMIUM_PATH)`;
  if (process.env['CI'] === 'true') {
    it(`${name}: needs Chromium`, () => {
      throw new Error(missing);
    });
    return;
  }
  console.warn(`Skipped: ${name}: ${missing}`);
  describe.skip(name, tests);
}
