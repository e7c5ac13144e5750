// Proves that of 20 000 mutations of a genuine message, as bytes and as fields, not one is accepted.
import { expect, it } from 'vitest';
import { seededRandom } from '../../src/testing/weather.js';
import { verifyWebhook } from '../../src/webhooks/index.js';
import {
  NOW,
  TOPIC,
  confirmation,
  json,
  notification,
  serving,
  signed,
  type Fields,
} from '../support/webhooks/authority.js';

const WANTED = 20_000;
const CONFIRMATION = ['SubscribeURL', 'Token'];
const MATTERING = ['Type', 'MessageId', 'TopicArn', 'Subject', 'Message', 'Timestamp', 'SignatureVersion', 'Signature'];

/** Whole numbers from 0 up to, but not including, a limit: the same ones in each run. */
function randomFrom(seed: number): (below: number) => number {
  const random = seededRandom(seed);
  return (below) => Math.floor(random() * below);
}

type Random = ReturnType<typeof randomFrom>;
type Mutation = (fields: Fields, random: Random) => Uint8Array;

const encode = (fields: Fields): Uint8Array => new TextEncoder().encode(json(fields));

const byBytes: Mutation[] = [
  (fields, random) => {
    const body = encode(fields);
    const at = random(body.length);
    body[at] = (body[at] ?? 0) ^ (1 << random(8));
    return body;
  },
  (fields, random) => {
    const body = encode(fields);
    const at = random(body.length);
    return Buffer.concat([body.subarray(0, at), body.subarray(at + 1 + random(4))]);
  },
  (fields, random) => {
    const body = encode(fields);
    const at = random(body.length);
    return Buffer.concat([body.subarray(0, at), Uint8Array.of(random(256)), body.subarray(at)]);
  },
  (fields, random) => encode(fields).subarray(0, random(json(fields).length)),
];

/** Changes one field that matters: in the Signature a bit of what it stands for, elsewhere a letter. */
const byField: Mutation = (fields, random) => {
  const names = Object.keys(fields).filter((name) => MATTERING.includes(name) || CONFIRMATION.includes(name));
  const name = names[random(names.length)] ?? 'Message';
  const value = String(fields[name]);
  if (name === 'Signature') {
    const bytes = Buffer.from(value, 'base64');
    const at = random(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
    return encode({ ...fields, Signature: bytes.toString('base64') });
  }
  const at = random(value.length + 1);
  const letter = String.fromCharCode(random(2) === 0 ? 32 + random(95) : random(0xd800));
  return encode({ ...fields, [name]: value.slice(0, at) + letter + value.slice(at + random(2)) });
};

/** Takes a field of another genuine message. */
const byExchange =
  (other: Fields): Mutation =>
  (fields, random) => {
    const name = MATTERING[random(MATTERING.length)] ?? 'Message';
    return encode({ ...fields, [name]: other[name] });
  };

/** What a receiver would be told, and why it would believe it: where all of it is the same, nothing was mutated. */
function substance(body: Uint8Array): string | undefined {
  try {
    const fields = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)) as Fields;
    return JSON.stringify([...MATTERING, ...CONFIRMATION].map((name) => fields[name] ?? null));
  } catch {
    return undefined;
  }
}

it('20 000 mutations, none accepted', { timeout: 60_000 }, async () => {
  const random = randomFrom(806_843);
  const genuine = [
    signed(notification()),
    signed(notification({ Subject: 'Hello', SignatureVersion: '1' })),
    signed(confirmation()),
    signed(confirmation({ Type: 'UnsubscribeConfirmation', SignatureVersion: '1' })),
  ];
  const mutations = [...byBytes, byField, byField, ...genuine.map(byExchange)];
  const options = { topicArns: [TOPIC], now: () => NOW, fetch: serving() };
  const accepted: string[] = [];
  const codes = new Map<string, number>();
  let tried = 0;
  while (tried < WANTED) {
    const fields = genuine[random(genuine.length)] ?? {};
    const body = mutations[random(mutations.length)]?.(fields, random) ?? new Uint8Array();
    if (substance(body) === substance(encode(fields))) continue;
    tried += 1;
    const code = await verifyWebhook(body, options).then(
      () => 'accepted',
      (error: unknown) => String((error as { code?: unknown }).code),
    );
    codes.set(code, (codes.get(code) ?? 0) + 1);
    if (code === 'accepted') accepted.push(Buffer.from(body).toString());
  }
  expect(accepted.slice(0, 3)).toEqual([]);
  // The mutations reached the signature, and were not all stopped at the door.
  expect(codes.get('signature_invalid')).toBeGreaterThan(WANTED / 4);
  expect(codes.has('undefined')).toBe(false);
});
