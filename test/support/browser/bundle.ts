import { buildSync, type BuildOptions } from 'esbuild';

/** The widget's entry point as a browser gets it: one minified module. */
export const bundleWidget = (): Uint8Array => bundle('src/widget/index.ts');

/** A script and all that it imports, as one minified module. */
export function bundle(entry: string, options: BuildOptions = {}): Uint8Array {
  const settings = { bundle: true, minify: true, format: 'esm', ...options } as const;
  const { outputFiles } = buildSync({ ...settings, entryPoints: [entry], write: false });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild wrote nothing');
  return file.contents;
}
