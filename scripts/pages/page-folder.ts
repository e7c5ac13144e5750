import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FetchedText, Validators } from './fetch-text.js';

interface State {
  readonly from: string;
  /** Validators of each page by its address. */
  readonly pages: Record<string, Validators>;
  /** Addresses that a run has done which is not finished. */
  done: string[];
}

/** The folder in which fetched pages are kept, with what a later run needs to ask for changes only. */
export class PageFolder {
  readonly #path: string;
  readonly #state: State;

  constructor(path: string, from: string) {
    this.#path = path;
    mkdirSync(path, { recursive: true });
    const state = readState(this.#statePath);
    this.#state = state?.from === from ? state : { from, pages: {}, done: [] };
  }

  /** Returns the name of a page's file: the end of its address, without what a file system may not like. */
  nameOf({ pathname }: URL): string {
    const end = pathname.slice(pathname.lastIndexOf('/') + 1).replaceAll(/[^\w.%-]/g, '_');
    const name = end.replace(/^\.+/, '_').slice(-150) || 'index';
    return /\.(md|txt)$/.test(name) ? name : `${name}.md`;
  }

  /** Returns true for a page that an earlier run, which was stopped, has done. */
  isDone(url: URL): boolean {
    return this.#state.done.includes(url.href) && existsSync(this.#fileOf(url));
  }

  validatorsOf(url: URL): Validators {
    return (existsSync(this.#fileOf(url)) ? this.#state.pages[url.href] : undefined) ?? {};
  }

  read(url: URL): string {
    return readFileSync(this.#fileOf(url), 'utf8');
  }

  /** Keeps a page that was fetched, or takes note that the one that is kept has not changed. */
  note(url: URL, page: FetchedText | undefined): void {
    if (page) writeFileSync(this.#fileOf(url), page.text);
    if (page) this.#state.pages[url.href] = { etag: page.etag, modified: page.modified };
    this.#state.done.push(url.href);
    this.#save();
  }

  /** Takes note that a run is at its end: the next one asks for each page again. */
  finish(): void {
    this.#state.done = [];
    this.#save();
  }

  #fileOf(url: URL): string {
    return join(this.#path, this.nameOf(url));
  }

  get #statePath(): string {
    return join(this.#path, '.pages.json');
  }

  #save(): void {
    writeFileSync(`${this.#statePath}.new`, JSON.stringify(this.#state));
    renameSync(`${this.#statePath}.new`, this.#statePath);
  }
}

function readState(path: string): State | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as State; // written by `#save`
  } catch {
    return undefined;
  }
}
