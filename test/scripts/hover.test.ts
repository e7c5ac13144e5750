// Proves that an editor shows the evidence: on hovering a resource method, a typed path, a type and a field, as TypeScript's
// language service answers. Fields without a mark of their own show the evidence of their type.
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const PROBE = `${root}test/scripts/hover-probe.ts`;
const program = `
import type { Card, CardWidgetSession, CardListQuery, Enduser, KobbleClient, Transaction, WebhookEvent } from '../../src/index.js';
declare const kobble: KobbleClient, card: Card, session: CardWidgetSession, enduser: Enduser, event: WebhookEvent;
declare const query: CardListQuery, transaction: Transaction;
kobble.beneficiaries.get('1');
kobble.cards.list();
kobble.cards.createWidgetSession('1');
[card.status, session.totp, session.expiresIn, enduser.metadata, enduser.person_id, event.entity_id, query.limit, transaction];
`;

const service = languageService();

describe('hovering', () => {
  it.each([
    ['a method of an inferred operation', 'beneficiaries.get', ['Evidence: inferred; response: unknown.']],
    [
      'a method of a documented operation',
      'cards.list',
      ['Evidence: documented; response: documented.', 'Get all cards'],
    ],
    ['a method whose response is read off a sample', 'createWidgetSession', ['response: example', 'x-client-id']],
    ['a documented type', 'Card,', ['Evidence: documented (a page states it).', 'api-10192220']],
    ['a type that is read off a sample', 'CardWidgetSession,', ['Evidence: example', 'Required flags: inferred.']],
    ['an unknown type', 'Transaction,', ['Evidence: unknown']],
    ['a field of a documented type', 'card.status', ['Evidence: documented', 'The allowed transitions are unknown']],
    ['a field that has the evidence of its type', 'session.totp', ['Evidence: example (seen only in a sample).']],
    ['a field whose unit is unknown', 'session.expiresIn', ['Evidence: example', 'The unit is unknown']],
    ['a field that refers to another type', 'enduser.metadata', ['Any JSON object', 'Evidence: documented']],
    ['a field that contradicts a sample', 'enduser.person_id', ['The sample omits it']],
    ['a field of unknown type', 'event.entity_id', ['unknown', 'Evidence: example']],
    ['a query parameter whose meaning is inferred', 'query.limit', ['The meaning is inferred.']],
  ])('%s shows its evidence', (_, place, words) => {
    const shown = hover(place);
    for (const text of words) expect(shown).toContain(text);
  });
});

/** Returns what an editor shows on the last name of a place in the program. */
function hover(place: string): string {
  const start = program.indexOf(place);
  if (start < 0) throw new Error(`the program does not contain ${place}`);
  const name = place.replace(/\W$/, '').lastIndexOf('.') + 1;
  const info = service.getQuickInfoAtPosition(PROBE, start + name);
  const parts = [...(info?.displayParts ?? []), ...(info?.documentation ?? [])];
  const tags = (info?.tags ?? []).flatMap(({ text = [] }) => text);
  return [...parts, ...tags]
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ');
}

function languageService(): ts.LanguageService {
  const { config } = ts.readConfigFile(`${root}test/tsconfig.json`, (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, `${root}test`);
  return ts.createLanguageService({
    getCompilationSettings: () => ({ ...options, types: [] }), // Node's types would take most of the time
    getScriptFileNames: () => [PROBE],
    getScriptVersion: () => '1',
    getScriptSnapshot: (path) => {
      const text = path === PROBE ? program : ts.sys.readFile(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (path) => path === PROBE || ts.sys.fileExists(path),
    readFile: (path) => ts.sys.readFile(path),
  });
}
