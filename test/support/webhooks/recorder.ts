import type { Logger } from '../../../src/hooks.js';

/** A logger that keeps its lines. */
export function recorder(): Logger & { readonly lines: string[] } {
  const lines: string[] = [];
  const write =
    (level: string) =>
    (message: string, ...details: unknown[]) =>
      void lines.push([level, message, ...details.map(String)].join(' '));
  return { lines, error: write('error'), warn: write('warn'), info: write('info'), debug: write('debug') };
}
