import { cpus, loadavg, totalmem } from 'node:os';

/** Returns what the machine is, and how busy. */
export function machine(): string {
  const [cpu] = cpus();
  return `Node ${process.version.slice(1)}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpu?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, load average ${loadavg()[1]?.toFixed(1)}.`;
}

/** Returns a table in Markdown. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
