import { WebhookError } from './webhook-error.js';

/** The parts of a certificate that are used. Times are milliseconds since 1970. */
export interface Certificate {
  /** The public key as SubjectPublicKeyInfo: an RSA key of at least 2048 bits. */
  readonly spki: Uint8Array<ArrayBuffer>;
  readonly validFrom: number;
  readonly validTo: number;
}

const MIN_RSA_BITS = 2048;
/** 1.2.840.113549.1.1.1 (RFC 8017 §A.1). */
const RSA_ENCRYPTION = '2a,86,48,86,f7,d,1,1,1';
const TAG = {
  integer: 0x02,
  bits: 0x03,
  oid: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  version: 0xa0,
};
const PEM = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/;

/**
 * Reads key and validity of an X.509 certificate (RFC 5280 §4.1) in PEM. Web platforms have no function for this. The
 * other parts are not read: the certificate is trusted for the address that it came from.
 */
export function readCertificate(pem: Uint8Array): Certificate {
  const [signed] = sequence(single(decodePem(pem)));
  const fields = sequence(signed);
  const [, , , validity, , spki] = fields[0]?.tag === TAG.version ? fields.slice(1) : fields;
  const [from, to] = sequence(validity);
  const [algorithm, key] = sequence(spki);
  checkKey(algorithm, key);
  return { spki: withTag(spki, TAG.sequence).whole, validFrom: timeOf(from), validTo: timeOf(to) };
}

function decodePem(pem: Uint8Array): Uint8Array<ArrayBuffer> {
  const base64 = PEM.exec(new TextDecoder().decode(pem))?.[1]?.replace(/\s+/g, '');
  if (base64 === undefined || base64.length % 4 !== 0 || !/^[^=]+={0,2}$/.test(base64)) throw invalid();
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

function checkKey(algorithm: DerElement | undefined, key: DerElement | undefined): void {
  const [oid] = sequence(algorithm);
  const name = Array.from(withTag(oid, TAG.oid).content, (byte) => byte.toString(16)).join();
  if (name !== RSA_ENCRYPTION) throw new WebhookError('certificate_key_not_allowed');
  const { content } = withTag(key, TAG.bits);
  if (content[0] !== 0) throw invalid(); // the number of unused bits
  const [modulus] = sequence(single(content.subarray(1)));
  const bytes = withTag(modulus, TAG.integer).content;
  const first = bytes.findIndex((byte) => byte !== 0);
  const bits = first === -1 ? 0 : (bytes.length - first) * 8 - (Math.clz32(bytes[first] ?? 0) - 24);
  if (bits < MIN_RSA_BITS) throw new WebhookError('certificate_key_not_allowed');
}

function timeOf(element: DerElement | undefined): number {
  const text = new TextDecoder().decode(element?.content);
  const isUtc = element?.tag === TAG.utcTime;
  if (!isUtc) withTag(element, TAG.generalizedTime);
  const century = isUtc ? (text < '50' ? '20' : '19') : ''; // RFC 5280 §4.1.2.5.1
  const iso = `${century}${text}`.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\dZ)$/, '$1-$2-$3T$4:$5:$6');
  const time = Date.parse(iso);
  if (Number.isNaN(time) || iso.length !== '2026-01-01T00:00:00Z'.length) throw invalid();
  return time;
}

/** A value in DER (X.690 §8.1): tag, length, content. */
interface DerElement {
  readonly tag: number;
  readonly content: Uint8Array<ArrayBuffer>;
  readonly whole: Uint8Array<ArrayBuffer>;
}

function elements(bytes: Uint8Array<ArrayBuffer>): DerElement[] {
  const found: DerElement[] = [];
  for (let offset = 0; offset < bytes.length;) {
    const element = elementAt(bytes.subarray(offset));
    found.push(element);
    offset += element.whole.length;
  }
  return found;
}

function elementAt(bytes: Uint8Array<ArrayBuffer>): DerElement {
  const [tag = 0, first = 0x80] = bytes;
  // From 0x81 on, the low bits count the bytes of the length. 0x80 (no length) is not DER.
  const lengthBytes = first < 0x80 ? 0 : first - 0x80;
  if (first === 0x80 || lengthBytes > 2) throw invalid();
  const start = 2 + lengthBytes;
  const length = lengthBytes === 0 ? first : bytes.subarray(2, start).reduce((sum, byte) => sum * 256 + byte, 0);
  const whole = bytes.subarray(0, start + length);
  if (whole.length !== start + length) throw invalid();
  return { tag, content: whole.subarray(start), whole };
}

function single(bytes: Uint8Array<ArrayBuffer>): DerElement | undefined {
  const [element, ...others] = elements(bytes);
  if (others.length > 0) throw invalid();
  return element;
}

const sequence = (element: DerElement | undefined): DerElement[] => elements(withTag(element, TAG.sequence).content);

function withTag(element: DerElement | undefined, tag: number): DerElement {
  if (element?.tag !== tag) throw invalid();
  return element;
}

const invalid = () => new WebhookError('certificate_invalid');
