// Proves that tests of pages run in the environments that people use: the widget and the React component in Jest's jsdom, and
// beside the fake in jest-fixed-jsdom, which gives jsdom the `fetch` that it lacks, and in Vitest's happy-dom. Part of
// `npm test -- --mode long` only, as all of them come from the registry.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { besideOwnPackage } from '../support/from-registry.js';

let programs: string;
beforeAll(() => {
  programs = besideOwnPackage('dom', [
    ...['jest@30.5.2', '@babel/preset-env@7.29.14', 'jest-environment-jsdom@30.5.2', 'jest-fixed-jsdom@0.0.11'],
    ...['vitest@4.1.12', 'happy-dom@21.0.4', 'react@19.3.1', 'react-dom@19.3.1'],
    ...['@testing-library/react@16.3.3', '@testing-library/dom@10.4.2'],
  ]);
});

const PAGE = `
import { createElement, StrictMode } from 'react';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { KobbleCard } from 'kobble-client/react';
import { mountCardWidget } from 'kobble-client/widget';

/** The options of a widget, and what happens to it. */
function setUp() {
  const happened = [];
  const options = {
    session: async () => ({ iframeUrl: 'https://widget.invalid/?cardId=1&totp=2' }),
    allowedOrigins: ['https://widget.invalid'],
    onShow: () => happened.push('show'),
    onHide: () => happened.push('hide'),
    onError: (error) => happened.push(String(error)),
  };
  return { happened, options };
}

test('KobbleCard shows a card until it is unmounted', async () => {
  const { happened, options } = setUp();
  const { container, unmount } = render(createElement(StrictMode, null, createElement(KobbleCard, options)));
  fireEvent.click(screen.getByRole('button'));
  await waitFor(() => expect(happened).toEqual(['show']));
  expect(container.querySelector('iframe').title).toBe('Card details');
  unmount();
  await waitFor(() => expect(happened).toEqual(['show', 'hide']));
  expect(document.querySelector('iframe')).toBeNull();
});

test('the widget shows a card until Escape, and not for another key', async () => {
  const { happened, options } = setUp();
  const element = document.body.appendChild(document.createElement('div'));
  const widget = mountCardWidget(element, options);
  element.querySelector('button').click();
  await waitFor(() => expect(happened).toEqual(['show']));
  dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
  expect(element.querySelector('iframe')).not.toBeNull();
  dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  await waitFor(() => expect(happened).toEqual(['show', 'hide']));
  expect(element.querySelector('iframe')).toBeNull();
  widget.destroy();
  expect(element.childElementCount).toBe(0);
});`;

const FAKE = `
import { createKobbleClient, NotFoundError } from 'kobble-client';
import { createFakeKobble } from 'kobble-client/testing';

test('the fake creates a card, although its answer is lost', async () => {
  const fake = createFakeKobble();
  const kobble = createKobbleClient(fake.clientOptions());
  fake.faults.on('createCard').dropAnswer();
  const wallet = fake.state.addActiveWallet();
  const card = await kobble.cards.create({ wallet_id: wallet.id, program_id: fake.state.addProgram().id });
  expect(card.wallet_id).toBe(wallet.id);
  expect(fake.calls.of('createCard')).toHaveLength(2);
  await expect(kobble.cards.get('00000000-0000-4000-8000-000000000000')).rejects.toBeInstanceOf(NotFoundError);
  const controller = new AbortController();
  fake.faults.on('getCard').stallHeaders();
  const call = kobble.cards.get(card.id, { signal: controller.signal });
  setTimeout(() => controller.abort());
  await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  await fake.close();
});`;

/** Writes a project of these files, and returns what a program says of it. */
function runIn(
  name: string,
  files: Readonly<Record<string, string>>,
  program: string,
  args: readonly string[],
): string {
  const folder = join(programs, '../..', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, NODE_ENV: 'test', VITEST: undefined };
  const { status, stdout, stderr } = spawnSync(join(programs, program), args, { cwd: folder, encoding: 'utf8', env });
  expect(status, stdout + stderr).toBe(0);
  return stdout + stderr;
}

it.each([
  ['jsdom', { 'page.test.js': PAGE }, 2],
  ['jest-fixed-jsdom', { 'page.test.js': PAGE, 'fake.test.js': FAKE }, 3],
])('Jest in %s', (testEnvironment, tests, count) => {
  const transformIgnorePatterns = ['/node_modules/(?!kobble-client/)'];
  const said = runIn(
    `in-${testEnvironment}`,
    {
      ...tests,
      'babel.config.json': '{ "presets": [["@babel/preset-env", { "targets": { "node": "current" } }]] }',
      'jest.config.json': JSON.stringify({ testEnvironment, transformIgnorePatterns }),
    },
    'jest',
    ['--runInBand', '--forceExit', '--testTimeout=60000'],
  );
  expect(said).toContain(`${count} passed, ${count} total`);
});

it('Vitest in happy-dom', () => {
  // Without pages in iframes there is no `contentWindow`, and the widget removes the frame.
  const environmentOptions = { happyDOM: { settings: { enableIframePageLoading: true } } };
  const test = { environment: 'happy-dom', globals: true, testTimeout: 60_000, environmentOptions };
  const files = { 'page.test.js': PAGE, 'fake.test.js': FAKE };
  const config = { 'vitest.config.mjs': `export default ${JSON.stringify({ test })}` };
  const said = runIn('in-happy-dom', { ...files, ...config }, 'vitest', ['run']);
  expect(said).toMatch(/Tests +3 passed \(3\)/);
});
