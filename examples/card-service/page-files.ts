import { buildSync } from 'esbuild';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { widgetCsp } from 'kobble-client/widget';

/** A file of the page, as it is served. */
export interface PageFile {
  readonly type: string;
  readonly body: string;
}

/** Returns a policy that allows the page's own files and frames of the widget; no inline script or style, and no HTML from text. */
export const contentSecurityPolicy = (widgetOrigins: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    widgetCsp(widgetOrigins),
  ].join('; ');

/** Returns the files of the page by path. Bundles its script first, as your build would do. */
export function pageFiles(widgetOrigins: readonly string[]): ReadonlyMap<string, PageFile> {
  const { outputFiles } = buildSync({
    entryPoints: [pathOf('page.ts')],
    bundle: true,
    format: 'esm',
    write: false,
    define: { WIDGET_ORIGINS: JSON.stringify(widgetOrigins) },
  });
  return new Map([
    ['/', { type: 'text/html; charset=utf-8', body: readFileSync(pathOf('page.html'), 'utf8') }],
    ['/page.css', { type: 'text/css; charset=utf-8', body: readFileSync(pathOf('page.css'), 'utf8') }],
    ['/page.js', { type: 'text/javascript; charset=utf-8', body: outputFiles[0]?.text ?? '' }],
  ]);
}

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
