import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { root } from './package.js';

interface Place {
  readonly file: string;
  readonly start: { readonly line: number };
}

/** Asks TypeScript's language server, as an editor does, where the name that starts at a text is defined. */
export async function definitionOf(file: string, program: string, at: string): Promise<{ path: string; text: string }> {
  const server = spawn(process.execPath, [
    join(root, 'node_modules/typescript/lib/tsserver.js'),
    '--disableAutomaticTypingAcquisition',
  ]);
  const send = (seq: number, command: string, args: object): void =>
    void server.stdin.write(`${JSON.stringify({ seq, type: 'request', command, arguments: args })}\n`);
  try {
    const before = program.slice(0, program.lastIndexOf(at)).split('\n');
    send(1, 'open', { file });
    send(2, 'definition', { file, line: before.length, offset: (before.at(-1)?.length ?? 0) + 1 });
    for await (const line of createInterface({ input: server.stdout })) {
      if (!line.startsWith('{')) continue;
      const message = JSON.parse(line) as { request_seq?: number; body?: readonly Place[] };
      if (message.request_seq !== 2) continue;
      const [place] = message.body ?? [];
      if (place === undefined) break;
      return { path: place.file, text: readFileSync(place.file, 'utf8').split('\n')[place.start.line - 1] ?? '' };
    }
    throw new Error(`There is no definition of ${at}`);
  } finally {
    server.kill();
  }
}
