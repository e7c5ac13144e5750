import type { Calls } from './calls.js';
import { SIMULATED } from './checked-simulate.js';
import type { FakeClock } from './fake-clock.js';
import { FAULTS } from './fault.js';
import type { Faults } from './fault-plan.js';
import { checkFields, is, oneOf, required, type Fields } from './fields.js';
import { OPTIONS, type FakeKobbleOptions } from './options.js';
import type { Simulate } from './simulate.js';
import { DELIVERY_FAULTS } from './sns/delivery-faults.js';
import { SUBSCRIPTION, type Webhooks } from './sns/fake-webhooks.js';
import type { State } from './state.js';
import { WEATHER, type Weather } from './weather.js';

/** The parts of a fake that can be controlled. */
export interface ControlParts {
  readonly state: State;
  readonly faults: Faults;
  readonly calls: Calls;
  readonly clock: FakeClock;
  readonly webhooks: Webhooks;
  readonly simulate: Simulate;
  readonly configure: (options: FakeKobbleOptions) => void;
  readonly reset: () => void;
}

type Body = Readonly<Record<string, unknown>>;

/** What the control endpoint does. */
type Route = readonly [
  /** An example: the body, if it takes one, and `→` with the answer, cut short by `…`, if that is not `{"ok":true}`. */
  example: string,
  does: string,
  run: (parts: ControlParts, body: Body) => unknown,
  /** The fields of the body. Default: what is called checks them. */
  fields?: Fields,
];

/** Returns the names of fields, with their values if they are listed. */
const namesOf = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, { be }]) => (/^be ["\d]/.test(be) ? `${name}: ${be.slice(3)}` : name))
    .join(', ');
const kindsOf = (kinds: Readonly<Record<string, Fields>>): string =>
  Object.entries(kinds)
    .map(([kind, fields]) => `${kind} (${namesOf(fields)})`.replace(' ()', ''))
    .join(', ');

/** All routes, by verb and path. */
export const ROUTES: Readonly<Record<string, Route>> = {
  'POST faults': [
    '{"operations":["createCard"],"fault":"dropAnswer","times":2}',
    `Plans a fault of the next attempts ("times": 1, or "always") at each of the operations: ${kindsOf(FAULTS)}`,
    ({ faults }, body) => faults.add(body),
  ],
  'GET faults': [
    '→ [{"operationId":"createCard","fault":{"kind":"dropAnswer"},"times":2}]',
    'The faults that have not happened yet',
    ({ faults }) => faults.pending(),
  ],
  'DELETE faults': ['', 'Removes them, and the random mix', ({ faults }) => faults.clear()],
  'POST random': [
    '{"seed":1,"dropAnswer":0.3,"respond503":0.1}',
    `Sets a random mix of faults, each by its rate: ${namesOf(WEATHER)}, or another status`,
    ({ faults }, body) => faults.random(body as unknown as Weather), // which checks it
  ],
  'POST options': [
    '{"strict":false,"cardCreatedStatus":202}',
    `Sets options until the reset, in place of those before: ${namesOf(OPTIONS)}`,
    ({ configure }, body) => configure(body),
  ],
  'GET calls': [
    '→ [{"operationId":"createCard","key":"…","status":"dropped","effect":true,"fault":"dropAnswer",…}]',
    'All attempts that arrived, in order',
    ({ calls }) => [...calls],
  ],
  'GET effects': [
    '→ [{"operationId":"createCard","key":"…","entityId":"…","body":{…},"at":…}]',
    'What was carried out by calls',
    ({ state }) => state.effects,
  ],
  'POST add/enduser': [
    '{} → {"id":"…","person":{…},…}',
    'Stores a person who can have a card, or another enduser',
    ({ state }, body) => state.addEnduser(body),
  ],
  'POST add/wallet': [
    '{} → {"id":"…","status":"INACTIVE",…}',
    'Stores a wallet, by default of a new enduser',
    ({ state }, body) => state.addWallet(body),
  ],
  'POST add/active-wallet': [
    '{"amount":100} → {"id":"…","status":"ACTIVE","amount":100,…}',
    'Stores a wallet that is ready for a card',
    ({ state }, body) => state.addActiveWallet(body),
  ],
  'POST add/program': [
    '{} → {"id":"…","status":"ACTIVE",…}',
    'Stores a program',
    ({ state }, body) => state.addProgram(body),
  ],
  'POST add/card': [
    '{"wallet_id":"ID"} → {"id":"…","status":"ACTIVE","wallet_id":"ID",…}',
    'Stores a card, by default on a new wallet and under a new program',
    ({ state }, body) => state.addCard(body),
  ],
  'POST add/token': ['→ {"token":"…"}', 'Returns a new token', ({ state }) => ({ token: state.addToken() })],
  'POST simulate': [
    '{"what":"purchase","card":"ID","amount":5} → {"transaction":{"id":"…",…}}',
    `Lets happen what no call does: ${kindsOf(SIMULATED)}. Answers "declined", if it is, or what is stored`,
    ({ simulate }, { what, ...given }) => {
      checkFields('simulate', { what }, { what: required(oneOf(...Object.keys(SIMULATED))) });
      return simulate[what as keyof Simulate](given as never); // which checks it
    },
  ],
  'POST publish': [
    '{"type":"card-update","entity_id":"ID"} → {"id":"…","type":"card-update","entity_id":"ID",…}',
    'Sends an event of your own, with any fields',
    ({ webhooks }, event) => webhooks.publish(event),
  ],
  'POST webhooks': [
    '{"url":"http://127.0.0.1:3000/webhooks"}',
    `Subscribes an endpoint on loopback (url, ${namesOf(SUBSCRIPTION)}). Answers once it has confirmed`,
    ({ webhooks }, { url, ...options }) => webhooks.deliverTo(String(url), options),
    { url: required(is.text), ...SUBSCRIPTION },
  ],
  'GET webhooks': [
    '→ [{"url":"http://127.0.0.1:3000/webhooks","topicArn":"…","isConfirmed":true}]',
    'The endpoints',
    ({ webhooks }) => webhooks.endpoints(),
  ],
  'DELETE webhooks': [
    '{"url":"http://127.0.0.1:3000/webhooks"}',
    'Removes an endpoint; without a body, each one that was not created over the API',
    ({ webhooks }, { url }) => webhooks.unsubscribe(url as string | undefined),
    { url: is.text },
  ],
  'POST delivery-faults': [
    '{"fault":"repeat","times":2}',
    `Plans a fault of the next messages: ${kindsOf(DELIVERY_FAULTS)}`,
    ({ webhooks }, body) => webhooks.faults.add(body),
  ],
  'GET delivery-faults': [
    '→ [{"fault":{"kind":"repeat","more":1},"times":2}]',
    'Those that have not happened yet',
    ({ webhooks }) => webhooks.faults.pending(),
  ],
  'DELETE delivery-faults': ['', 'Removes them', ({ webhooks }) => webhooks.faults.clear()],
  'GET deliveries': [
    '→ [{"messageId":"…","type":"Notification","event":{…},"attempt":1,"status":200,…}]',
    'All attempts to deliver a message, in order',
    ({ webhooks }) => webhooks.deliveries,
  ],
  'GET settled': [
    '',
    'Answers when no message is on its way, or waits to be sent again',
    ({ webhooks }) => webhooks.settled(),
  ],
  'POST clock': [
    '{"advance":20000}',
    'Lets milliseconds pass at once: tokens expire, slow responses and messages that wait are sent',
    ({ clock }, { advance }) => clock.advance(advance as number), // which checks it
    { advance: is.anything },
  ],
  'POST reset': [
    '',
    'Forgets what was stored, planned, set and sent; keeps tokens, time and the endpoints of POST webhooks',
    ({ reset }) => reset(),
  ],
};

/** Returns all routes, each with its example in one line. */
export const listRoutes = (): string[] =>
  Object.entries(ROUTES).map(([name, [example]]) => `${name} ${example}`.trim());

const explained = Object.values(ROUTES).map(([, does], index) => {
  const lines = does.replace(/(.{1,106})( |$)/g, '\n      $1');
  return `  ${listRoutes()[index]}${lines}`;
});

/** The control endpoint of `fake.listen(port, { control: true })`, for people. */
export const FAKE_CONTROL_HELP: string = `Control, below /__fake, with JSON. Without a → the answer is {"ok":true}.
What is wrong, such as a misspelt field, is answered 400, with a message.

${explained.join('\n')}

GET /__fake prints this text. Requests of web pages are refused (403): they have an Origin, or a Host beyond loopback.`;
