/**
 * Packs the package as it is released: builds `dist/`, then writes a tarball to the given folder (default: this one). Its
 * manifest has no scripts and no development dependencies, so installing it runs nothing and fetches nothing.
 */
import { fileURLToPath } from 'node:url';
import './build.js';
import { pack } from './lib/pack.js';

const root = fileURLToPath(new URL('..', import.meta.url));
console.log(pack(root, process.argv[2] ?? '.').path);
