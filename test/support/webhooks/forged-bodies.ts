// What is refused before anyone is asked: it is no message, or says of itself that it must not be believed.
import { CERTIFICATE_URL, NOW, TOPIC, confirmation, json, notification, signed, type Fields } from './authority.js';
import { forgeries, type Forgery } from './forgery.js';

const genuine = signed(notification());
const bytes = (body: string): Uint8Array => new TextEncoder().encode(body);
/** A mistake that the types forbid. */
const untyped = (value: unknown): string => value as string;
const without = (fields: Fields, name: string): string => json({ ...fields, [name]: undefined });
const resigned = (changes: Fields): string => json(signed(notification(changes)));

const notRaw: Forgery[] = forgeries('raw_body_required', {
  'the object that a parser made of a genuine body': untyped(genuine),
  'no body': untyped(undefined),
  'null for a body': untyped(null),
  'a number for a body': untyped(42),
  'a list for a body': untyped([genuine]),
  'the request itself': untyped(new Request('http://localhost/', { method: 'POST', body: json(genuine) })),
  'the promise of a body': untyped(Promise.resolve(json(genuine))),
  'an object that turns into a genuine body': untyped({ toString: () => json(genuine) }),
});

const noText: Forgery[] = [
  ...forgeries('body_too_large', {
    'a text of more than 1 MiB': `${json(genuine)}${' '.repeat(1024 * 1024)}`,
    'bytes of more than 1 MiB': new Uint8Array(1024 * 1024 + 1),
  }),
  ...forgeries('body_not_text', {
    'bytes that are no UTF-8': Uint8Array.from([...bytes('{"Type":"'), 0xff, 0xfe, ...bytes('"}')]),
    'an overlong encoding': Uint8Array.from([0xc0, 0xaf]),
    'half a character in the message': resigned({ Message: '{"id":"\ud800"}' }),
    'half a character in place of the U+FFFD that was signed': json({
      ...signed(notification({ Message: '{"id":"\ufffd"}' })),
      Message: '{"id":"\udfff"}',
    }),
  }),
  ...forgeries('body_not_json', {
    'an empty text': '',
    'no bytes': new Uint8Array(),
    'a form': new URLSearchParams({ Type: 'Notification' }).toString(),
    'half of a genuine body': json(genuine).slice(0, 200),
    'a genuine body twice': json(genuine).repeat(2),
    'a byte order mark before a genuine body': Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes(json(genuine))]),
    'a genuine body in UTF-16': new Uint8Array(Buffer.from(json(genuine), 'utf16le')),
    XML: '<Notification/>',
    'a hundred thousand open brackets': '['.repeat(100_000),
    'a NUL after a genuine body': `${json(genuine)}\0`,
  }),
];

const noEnvelope: Forgery[] = [
  ...forgeries('not_an_envelope', {
    'null as JSON': 'null',
    'a list of genuine messages': `[${json(genuine)}]`,
    'a genuine body quoted': JSON.stringify(json(genuine)),
    'the bare event': '{"id":"x","type":"transaction-create"}',
    'no Type': without(genuine, 'Type'),
    'an unknown Type': json({ ...genuine, Type: 'Message' }),
    'a Type in lower case': json({ ...genuine, Type: 'notification' }),
    'a Type in a list': json({ ...genuine, Type: ['Notification'] }),
    'a Type that every object has': json({ ...genuine, Type: 'constructor' }),
    'a genuine message in __proto__': `{"__proto__":${json(genuine)}}`,
  }),
  ...forgeries('raw_delivery', {
    'a raw delivery': ['{"id":"x"}', { headers: { 'X-Amz-Sns-Rawdelivery': 'true' } }],
  }),
];

const required = ['MessageId', 'TopicArn', 'Message', 'Timestamp', 'SignatureVersion', 'Signature', 'SigningCertURL'];
const missing: Forgery[] = [
  ...required.flatMap((name) => forgeries('field_missing', { [`no ${name}`]: without(genuine, name) })),
  ...['SubscribeURL', 'Token'].flatMap((name) =>
    forgeries('field_missing', { [`a confirmation without ${name}`]: without(signed(confirmation()), name) }),
  ),
  ...forgeries('field_missing', { 'null for a Message': json({ ...genuine, Message: null }) }),
];

const malformed: Forgery[] = [
  ...forgeries('field_invalid', {
    'a Message that is an object': json({ ...genuine, Message: { id: 'x' } }),
    'a MessageId that is no UUID': resigned({ MessageId: '../../etc/passwd' }),
    'a MessageId with a line break': resigned({ MessageId: '9bbae165-37d9-4a56-9c05-cf503a928ee4\n' }),
    'a Timestamp in another form': resigned({ Timestamp: 'Mon, 02 Mar 2026 09:30:01 GMT' }),
    'a Timestamp without a zone': resigned({ Timestamp: '2026-03-02T09:30:01.000' }),
    'a Timestamp that is a number': resigned({ Timestamp: NOW }),
    'a Timestamp in month 13': resigned({ Timestamp: '2026-13-02T09:30:01.000Z' }),
    'a SignatureVersion that is a number': resigned({ SignatureVersion: 2 }),
    'a Subject with a line break': resigned({ Subject: 'a\nb' }),
    'a Subject that is a number': resigned({ Subject: 7 }),
    'a TopicArn in a list': json({ ...genuine, TopicArn: [TOPIC] }),
    'a Signature that is a number': json({ ...genuine, Signature: 1 }),
    'a SigningCertURL in a list': json({ ...genuine, SigningCertURL: [CERTIFICATE_URL] }),
    'a Subject in a confirmation, where none is signed': json({ ...signed(confirmation()), Subject: 'Hello' }),
    'a Token with a line break': json(signed(confirmation({ Token: 'a\nb' }))),
  }),
  ...forgeries('signature_version_unsupported', {
    'version 3': resigned({ SignatureVersion: '3' }),
    'no version at all, as text': resigned({ SignatureVersion: '' }),
    'version 2 with a space': resigned({ SignatureVersion: '2 ' }),
    'the name of an algorithm': resigned({ SignatureVersion: 'none' }),
  }),
];

const strange: Forgery[] = [
  ...forgeries('topic_not_allowed', {
    "a stranger's topic, signed by SNS": resigned({
      TopicArn: 'arn:aws:sns:ap-southeast-2:666666666666:kobble-events',
    }),
    'a topic whose name begins alike': resigned({ TopicArn: `${TOPIC}-2` }),
    'a subscription of the topic': resigned({ TopicArn: `${TOPIC}:9bbae165-37d9-4a56-9c05-cf503a928ee4` }),
    'the topic in another region': resigned({ TopicArn: TOPIC.replace('ap-southeast-2', 'us-east-1') }),
    'the topic in capitals': resigned({ TopicArn: TOPIC.toUpperCase() }),
    'a topic that every object has': resigned({ TopicArn: '__proto__' }),
    "a confirmation of a stranger's topic": json(signed(confirmation({ TopicArn: `${TOPIC}x` }))),
  }),
  ...forgeries('header_mismatch', {
    'a header of another type': [json(genuine), { headers: { 'x-amz-sns-message-type': 'SubscriptionConfirmation' } }],
    'a header of another id': [json(genuine), { headers: new Headers({ 'x-amz-sns-message-id': 'other' }) }],
    'a header of another topic': [json(genuine), { headers: { 'X-AMZ-SNS-TOPIC-ARN': `${TOPIC}x` } }],
    'two types in the header': [
      json(genuine),
      { headers: { 'x-amz-sns-message-type': ['Notification', 'SubscriptionConfirmation'] } },
    ],
  }),
  ...forgeries('timestamp_too_old', {
    'a message of yesterday': resigned({ Timestamp: '2026-03-01T09:30:01.000Z' }),
    'a message an hour and a millisecond old': resigned({ Timestamp: '2026-03-02T08:30:09.999Z' }),
    'a message older than the maxAgeMs given': [json(genuine), { maxAgeMs: 1_000 }],
    'a message before a clock that tells no time': [json(genuine), { now: () => Number.NaN }],
  }),
  ...forgeries('timestamp_in_future', {
    'a message of tomorrow': resigned({ Timestamp: '2026-03-03T09:30:01.000Z' }),
    'a message of the future with maxAgeMs off': [
      resigned({ Timestamp: '2026-03-02T09:35:10.001Z' }),
      { maxAgeMs: Number.POSITIVE_INFINITY },
    ],
  }),
];

export const forgedBodies = [...notRaw, ...noText, ...noEnvelope, ...missing, ...malformed, ...strange];
