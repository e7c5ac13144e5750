// Genuine messages, and certificates that must not be believed.
import { generateKeyPairSync } from 'node:crypto';
import { HOST, KEYS, PEM, answering, json, notification, pemOf, serving, signed } from './authority.js';
import { forgeries, type Forgery } from './forgery.js';

const rawBody = json(signed(notification()));

const served = (code: Forgery['code'], cases: Record<string, ReturnType<typeof serving>>): Forgery[] =>
  Object.entries(cases).flatMap(([name, fetch]) => forgeries(code, { [name]: [rawBody, { fetch }] }));

const status = (code: number, headers: Record<string, string> = {}) =>
  answering(() => new Response(code === 204 ? null : PEM, { status: code, headers }));

/** What a `fetch` gives that has followed a redirect in spite of what it was told. */
function redirected(): Response {
  return Object.defineProperty(new Response(PEM), 'redirected', { value: true });
}

const endless = (): Response =>
  new Response(new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(1_024)) }));

const short = generateKeyPairSync('rsa', { modulusLength: 1024 });
const almost = generateKeyPairSync('rsa', { modulusLength: 2047 });
const curve = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const edwards = generateKeyPairSync('ed25519');
const spki = KEYS.publicKey.export({ type: 'spki', format: 'pem' }).toString();

export const forgedCertificates = [
  ...served('certificate_unknown', {
    'a certificate that is not there': status(404),
    'a certificate that is forbidden': status(403),
  }),
  ...served('certificate_unavailable', {
    'a server that fails, with a certificate in its page': status(500),
    'an empty success': status(204),
    'a redirect to elsewhere': status(302, { location: 'https://evil.example/x.pem' }),
    'a redirect within SNS': status(301, { location: `https://${HOST}/SimpleNotificationService-00.pem` }),
    'a certificate from the end of a redirect': answering(redirected),
    'a network that is down': answering(() => Promise.reject(new TypeError('fetch failed'))),
    'a network that breaks off': answering(() => {
      return new Response(new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) }));
    }),
  }),
  ...served('certificate_invalid', {
    'a certificate of more than 16 KiB': serving(`${PEM}${' '.repeat(16 * 1024)}`),
    'a certificate without end': answering(endless),
    'an empty certificate': serving(''),
    'a page instead of a certificate': serving('<html>Sign in to the hotel network</html>'),
    'a bare public key': serving(spki),
    'a certificate cut off': serving(PEM.slice(0, 400)),
    'a certificate of noise': serving(new Uint8Array(600).fill(0x30)),
  }),
  ...served('certificate_expired', {
    'a certificate of last year': serving(pemOf(KEYS, '2025-01-01', '2025-12-31')),
    'a certificate that ended a second ago': serving(pemOf(KEYS, '2025-01-01', '2026-03-02T09:30:09Z')),
  }),
  ...served('certificate_not_yet_valid', {
    'a certificate of next year': serving(pemOf(KEYS, '2027-01-01', '2027-12-31')),
    'a certificate that begins in a second': serving(pemOf(KEYS, '2026-03-02T09:30:11Z', '2027-12-31')),
  }),
  ...served('certificate_key_not_allowed', {
    'an RSA key of 1024 bits': serving(pemOf(short)),
    'an RSA key of 2047 bits': serving(pemOf(almost)),
    'an elliptic curve key': serving(pemOf(curve)),
    'an Edwards curve key': serving(pemOf(edwards)),
  }),
];
