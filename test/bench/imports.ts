import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { packageEntry } from './packages.js';
import { GENERATED } from './generated-clients.js';
import { quantile } from './measure.js';

/** Modules by the name under which they are shown. */
const MODULES: Readonly<Record<string, () => string>> = {
  'nothing (Node alone)': () => 'node:process',
  'kobble-client': () => packageEntry('kobble-client'),
  'kobble-client/undici': () => packageEntry('kobble-client/undici'),
  'openapi-fetch': () => import.meta.resolve('openapi-fetch'),
  undici: () => packageEntry('undici'),
  ky: () => import.meta.resolve('ky'),
  'hey-api': () => pathToFileURL(GENERATED['hey-api'].built).href,
  'redocly generate-client': () => pathToFileURL(GENERATED['redocly generate-client'].built).href,
  lithic: () => import.meta.resolve('lithic'),
  'modern-treasury': () => import.meta.resolve('modern-treasury'),
  stripe: () => import.meta.resolve('stripe'),
  square: () => import.meta.resolve('square'),
};

/** Measures cold imports, each in a process of its own, in turns. Returns milliseconds: 10 %, median, 90 %. */
export function importTimes(rounds: number): Record<string, readonly [number, number, number]> {
  const samples: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, resolve] of Object.entries(MODULES)) (samples[name] ??= []).push(importTime(resolve()));
  }
  return Object.fromEntries(
    Object.entries(samples).map(([name, ms]) => [name, [quantile(ms, 0.1), quantile(ms, 0.5), quantile(ms, 0.9)]]),
  );
}

function importTime(module: string): number {
  const program = `const t = performance.now(); await import(${JSON.stringify(module)}); console.log(performance.now() - t)`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }));
}
