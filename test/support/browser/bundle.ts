import { buildSync } from 'esbuild';

/** The entry point as a browser gets it: one minified module. */
export function bundleWidget(): Uint8Array {
  const { outputFiles } = buildSync({
    entryPoints: ['src/widget/index.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild wrote nothing');
  return file.contents;
}
