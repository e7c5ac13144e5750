import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listen } from '../listen.js';
import { pageDocuments } from './page-document.js';
import { renderMarkdown } from './render-markdown.js';

/** A site of 81 pages on loopback, as Apidog serves one. Its pages can be changed between two runs. */
export interface Site {
  readonly index: string;
  /** Text by the path of the address. A missing one is answered with 404. */
  readonly pages: Map<string, string>;
  /** Answers that are no pages, by path. */
  readonly faults: Map<string, (request: IncomingMessage, response: ServerResponse) => void>;
  /** Paths that were asked for, with the status of the answer. */
  readonly asked: [path: string, status: number][];
  readonly headers: IncomingMessage['headers'][];
  readonly stop: () => Promise<unknown>;
}

const SIZE = 81;

export async function startSite(): Promise<Site> {
  const pages = new Map<string, string>();
  const faults: Site['faults'] = new Map();
  const asked: Site['asked'] = [];
  const headers: Site['headers'] = [];
  const [origin, stop] = await listen((request, response) => {
    const path = request.url ?? '';
    response.on('finish', () => asked.push([path, response.statusCode]));
    headers.push(request.headers);
    const fault = faults.get(path);
    if (fault) fault(request, response);
    else serve(pages.get(path), request, response);
  });
  const documents = pageDocuments();
  for (const page of documents) pages.set(`/${slug(page.title)}-${page.id.slice(4)}e0.md`, renderMarkdown(page));
  for (let id = 1; pages.size < SIZE; id += 1) pages.set(`/a-guide-${id}m0.md`, `# A guide ${id}\n\nWords.\n`);
  pages.set('/llms.txt', indexOf(origin, pages));
  return { index: `${origin}/llms.txt`, pages, faults, asked, headers, stop };
}

/** Writes the index anew, from the pages that there are. */
export const indexOf = (origin: string, pages: ReadonlyMap<string, string>): string => {
  const entries = (letter: string) =>
    [...pages.keys()]
      .filter((path) => path.endsWith(`${letter}0.md`))
      .map((path) => `- Cards [${titleOf(path)}](${origin}${path}): words [more](${origin}/other.md)`);
  return ['# Site', '', '## Docs', ...entries('m'), '', '## API Docs', ...entries('e'), ''].join('\n');
};

function serve(text: string | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (text === undefined) return void response.writeHead(404, { 'content-type': 'text/html' }).end('<!doctype html>');
  const etag = `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`;
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end();
  response.writeHead(200, { 'content-type': 'text/markdown; charset=utf-8', etag }).end(text);
}

const slug = (title: string): string => title.toLowerCase().replaceAll(' ', '-');
const titleOf = (path: string): string => path.slice(1).replace(/-\d+\w0\.md$/, '');
