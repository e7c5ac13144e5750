import { join } from 'node:path';
import { fromRegistry } from './from-registry.js';
import { bin } from './package.js';

/** The floor, the version in use here, and the newest of each later major version. */
export const COMPILERS = ['5.4.5', '5.9.3', '6.0.3', '7.0.2'] as const;

/** Returns the path of a version's `tsc`. */
export const compiler = (version: (typeof COMPILERS)[number]): string =>
  version === '5.9.3' ? bin('tsc') : join(fromRegistry(`typescript-${version}`, [`typescript@${version}`]), 'tsc');
