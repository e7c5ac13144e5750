// What only the signature gives away: parts of genuine messages put together anew.
import { constants, generateKeyPairSync, privateEncrypt, sign } from 'node:crypto';
import {
  KEYS,
  TOPIC,
  confirmation,
  documentedString,
  json,
  notification,
  signed,
  subscribeUrl,
  type Fields,
} from './authority.js';
import { forgeries } from './forgery.js';

const genuine = signed(notification());
const withSubject = signed(notification({ Subject: 'Hello' }));
const confirming = signed(confirmation());
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const OTHER_TOPIC = `${TOPIC}-audit`;

const changed = (changes: Fields): string => json({ ...genuine, ...changes });
const signature = (base64: string): string => changed({ Signature: base64 });
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const text = Buffer.from(documentedString(genuine));

/** The same signed text, cut up differently: the genuine MessageId is now part of the Message. */
function boundaryMoved(): string {
  const MessageId = '11111111-1111-4111-8111-111111111111';
  const hidden = signed(notification({ Message: `{"id":"forged"}\nMessageId\n${MessageId}\nSubject\nx`, MessageId }));
  return json({ ...hidden, Message: '{"id":"forged"}', Subject: `x\nMessageId\n${MessageId}` });
}

/** The last letter of a 256-byte signature holds two bits that decoders drop. */
function otherPaddingBits(): string {
  const letter = genuine.Signature.at(-3) ?? '';
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  return signature(`${genuine.Signature.slice(0, -3)}${alphabet[alphabet.indexOf(letter) ^ 1] ?? ''}==`);
}

/** As the real sns-validator has it: the Token of an UnsubscribeConfirmation is left out. */
function tokenLeftOut(): string {
  const fields = confirmation({ Type: 'UnsubscribeConfirmation' });
  const { Signature } = signed({ ...fields, Token: undefined });
  return json({ ...fields, Signature });
}

export const forgedSignatures = [
  ...forgeries('signature_malformed', {
    'an empty Signature': signature(''),
    'a Signature in base64url': signature(`-_${genuine.Signature.slice(2)}`),
    'a Signature with a line break': signature(`${genuine.Signature.slice(0, 76)}\n${genuine.Signature.slice(76)}`),
    'a Signature with something after it': signature(`${genuine.Signature}AAAA`),
    'a Signature without its padding': signature(genuine.Signature.replace(/=+$/, '')),
    'a Signature with other padding bits': otherPaddingBits(),
    'a Signature in hexadecimal': signature(Buffer.from(genuine.Signature, 'base64').toString('hex').slice(0, -1)),
  }),
  ...forgeries('signature_invalid', {
    'the Signature of another message': signature(signed(notification()).Signature),
    "a stranger's signature": json(signed(notification(), stranger.privateKey)),
    'half of the Signature': signature(genuine.Signature.slice(0, 172)),
    'a Signature of zeros': signature(base64(new Uint8Array(256))),
    'a Signature of four bytes': signature('AAAA'),
    'a Signature with PSS padding': signature(
      base64(sign('sha256', text, { key: KEYS.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING })),
    ),
    'a text without its digest, encrypted': signature(base64(privateEncrypt(KEYS.privateKey, text.subarray(0, 32)))),
    'a SHA-512 signature': signature(base64(sign('sha512', text, KEYS.privateKey))),
    'a signature over the JSON': signature(base64(sign('sha256', Buffer.from(json(notification())), KEYS.privateKey))),
    'a version 1 signature called version 2': json({
      ...signed(notification({ SignatureVersion: '1' })),
      SignatureVersion: '2',
    }),
    'a version 2 signature called version 1': changed({ SignatureVersion: '1' }),
    'another Message': changed({ Message: '{"id":"forged","type":"transaction-create"}' }),
    'the same Message with a space': changed({ Message: `${String(genuine['Message'])} ` }),
    'another MessageId': changed({ MessageId: '11111111-1111-4111-8111-111111111111' }),
    'a later Timestamp': changed({ Timestamp: '2026-03-02T09:30:02.000Z' }),
    'the same Timestamp written otherwise': changed({ Timestamp: '2026-03-02T09:30:01Z' }),
    'another listed topic': [changed({ TopicArn: OTHER_TOPIC }), { topicArns: [TOPIC, OTHER_TOPIC] }],
    'a Subject added': changed({ Subject: 'Hello' }),
    'an empty Subject added': changed({ Subject: '' }),
    'a Subject removed': json({ ...withSubject, Subject: undefined }),
    'a Subject made null': json({ ...withSubject, Subject: null }),
    'another Subject': json({ ...withSubject, Subject: 'Hallo' }),
    'a notification turned into a confirmation': changed({
      Type: 'SubscriptionConfirmation',
      ...{ SubscribeURL: subscribeUrl(), Token: confirming['Token'] },
    }),
    'a confirmation turned into a notification': json({ ...confirming, Type: 'Notification' }),
    'the end of a subscription turned into its confirmation': json({
      ...signed(confirmation({ Type: 'UnsubscribeConfirmation' })),
      Type: 'SubscriptionConfirmation',
    }),
    'another Token and its SubscribeURL': json({
      ...confirming,
      Token: 'abc',
      SubscribeURL: subscribeUrl(TOPIC, 'abc'),
    }),
    'a confirmation signed without its Token': tokenLeftOut(),
  }),
  ...forgeries('field_invalid', {
    'a signed text cut up differently': boundaryMoved(),
  }),
  ...forgeries('event_not_json', {
    'a signed Message that is no JSON': json(signed(notification({ Message: 'Hello' }))),
    'a signed Message that is empty': json(signed(notification({ Message: '' }))),
  }),
  ...forgeries('event_invalid', {
    'a signed Message that is null': json(signed(notification({ Message: 'null' }))),
    'a signed Message that is a list': json(signed(notification({ Message: '[]' }))),
    'a signed Message that is a text': json(signed(notification({ Message: '"transaction-create"' }))),
  }),
];
