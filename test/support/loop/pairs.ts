import type { Pair } from './pair.js';
import { behaviour } from './pairs-of-behaviour.js';
import { bodies } from './pairs-of-bodies.js';
import { forms } from './pairs-of-forms.js';
import { names } from './pairs-of-names.js';
import { operations } from './pairs-of-operations.js';
import { schemas } from './pairs-of-schemas.js';

/** Pairs of contracts: the small one as it is, and with some changes. */
export const pairs: readonly Pair[] = [...schemas, ...operations, ...names, ...behaviour, ...bodies, ...forms];
