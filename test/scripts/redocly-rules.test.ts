// Proves that each rule of our own in redocly.yaml fires on a small contract that breaks it, that no
// other rule does, and that no rule refuses what a true page may have.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { lintSpoilt, type Spoil } from '../support/redocly/lint.js';

const read = (path: string): unknown => parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const config = read('../../redocly.yaml') as { rules: Record<string, unknown> };
const spoils = read('../support/redocly/spoils.yaml') as Record<string, (Spoil & { when: string })[]>;

const cases = Object.entries(spoils).flatMap(([rule, list]) => list.map((spoil) => ({ rule, ...spoil })));
const ACCEPTED = 'none';
const [good, ...fired] = await lintSpoilt([undefined, ...cases]);

it('no rule fires on the good contract', () => {
  expect(good).toEqual([]);
});

it.each(cases.map((one, index) => ({ ...one, fired: fired[index] })))('$rule fires when $when', ({ rule, fired }) => {
  expect(fired).toEqual(rule === ACCEPTED ? [] : [rule]);
});

it('every rule of our own is shown to fire', () => {
  const own = Object.keys(config.rules).filter((name) => /^(rule|kobble)\//.test(name));
  expect(Object.keys(spoils).sort()).toEqual([...own, ACCEPTED].sort());
});
