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

/** Returns the files of the page by path. */
export function pageFiles(widgetOrigins: readonly string[]): ReadonlyMap<string, PageFile> {
  const script = bundle(urlOf('page.ts'), { WIDGET_ORIGINS: JSON.stringify(widgetOrigins) });
  return new Map([
    ['/', { type: 'text/html; charset=utf-8', body: readFileSync(urlOf('page.html'), 'utf8') }],
    ...['theme.css', 'page.css'].map(
      (name) => [`/${name}`, { type: 'text/css; charset=utf-8', body: readFileSync(urlOf(name), 'utf8') }] as const,
    ),
    ['/page.js', { type: 'text/javascript; charset=utf-8', body: script }],
  ]);
}

/** Returns a script and all that it imports as one module, as your build would do. */
export function bundle(entry: URL, define: Readonly<Record<string, string>> = {}): string {
  const entryPoints = [fileURLToPath(entry)];
  const { outputFiles } = buildSync({ entryPoints, bundle: true, format: 'esm', write: false, define });
  return outputFiles[0]?.text ?? '';
}

const urlOf = (name: string): URL => new URL(name, import.meta.url);
