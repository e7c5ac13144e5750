import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** An endpoint of the documentation's menu, and the operation that transcribes it or the reason why none does. */
export interface LedgerEndpoint {
  readonly title: string;
  readonly entry: { readonly number: number; readonly method: string; readonly key?: boolean } & LedgerPage;
  readonly operationId?: string;
  readonly reason?: string;
}

/** A schema of the menu, by the documentation's name, and the component that transcribes it or the reason. */
export interface LedgerSchema {
  readonly name: string;
  readonly schema?: string;
  readonly reason?: string;
}

/** A guide of the menu, and what became of its facts or the reason why it gave none. */
export interface LedgerGuide extends LedgerPage {
  readonly title: string;
  readonly date?: string;
  readonly read?: 'whole' | 'partly';
  readonly became?: string;
  readonly reason?: string;
}

export interface Ledger {
  /** Endpoints by the menu's group. */
  readonly endpoints: Readonly<Record<string, readonly LedgerEndpoint[]>>;
  readonly schemas: readonly LedgerSchema[];
  readonly guides: readonly LedgerGuide[];
  /** Questions to Kobble about what no part of the contract stands for. */
  readonly questions: readonly string[];
}

interface LedgerPage {
  readonly page: string;
  readonly generation?: string;
}

/** Reads `openapi/coverage.yaml` of a project; by default, of this one. */
export function readLedger(root: string | URL = new URL('../..', import.meta.url)): Ledger {
  const folder = root instanceof URL ? fileURLToPath(root) : root;
  return parse(readFileSync(join(folder, 'openapi/coverage.yaml'), 'utf8')) as Ledger;
}
