// Proves that our reader of certificates agrees with OpenSSL on genuine ones, and refuses each damaged one.
import { X509Certificate, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readCertificate } from '../../src/webhooks/certificate.js';
import { WebhookError } from '../../src/webhooks/webhook-error.js';
import { KEYS, PEM, pemOf } from '../support/webhooks/authority.js';

const read = (pem: string) => readCertificate(new TextEncoder().encode(pem));
const codeOf = (pem: string): unknown => {
  try {
    read(pem);
    return 'accepted';
  } catch (error) {
    return error instanceof WebhookError ? error.code : error;
  }
};

/** What OpenSSL reads in a certificate, and in the key that we cut out of it. */
function openssl(certificate: Uint8Array, spki: Uint8Array) {
  try {
    const { publicKey, validFrom, validTo } = new X509Certificate(pem(certificate));
    const ours = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }).export({ format: 'jwk' });
    return { key: publicKey.export({ format: 'jwk' }), ours, times: [Date.parse(validFrom), Date.parse(validTo)] };
  } catch {
    return undefined;
  }
}

const der = Buffer.from(PEM.replace(/-----.*-----|\s/g, ''), 'base64');
const pem = (bytes: Uint8Array, label = 'CERTIFICATE') =>
  `-----BEGIN ${label}-----\n${Buffer.from(bytes).toString('base64')}\n-----END ${label}-----\n`;

describe('a certificate', () => {
  it.each([2048, 3072, 4096])('with a key of %i bits is read as OpenSSL reads it', (modulusLength) => {
    const keys = modulusLength === 2048 ? KEYS : generateKeyPairSync('rsa', { modulusLength });
    const text = pemOf(keys, '2026-01-02T03:04:05Z', '2049-12-31T23:59:59Z');
    const theirs = new X509Certificate(text);
    const { spki, validFrom, validTo } = read(text);
    expect(Buffer.from(spki)).toEqual(theirs.publicKey.export({ type: 'spki', format: 'der' }));
    expect([validFrom, validTo]).toEqual([Date.parse(theirs.validFrom), Date.parse(theirs.validTo)]);
  });

  it('is read after a text, with any line ends, and the first of several', () => {
    const other = pemOf(KEYS, '2020-01-01', '2021-01-01');
    for (const text of [`Subject: x\n${PEM}`, PEM.replaceAll('\n', '\r\n'), PEM + other, pem(der)]) {
      expect(read(text)).toEqual(read(PEM));
    }
  });

  it('in the last century and in the next is read in the right one', () => {
    const { validFrom, validTo } = read(pemOf(KEYS, '1950-01-01T00:00:00Z', '2049-12-31T00:00:00Z'));
    expect([new Date(validFrom).getUTCFullYear(), new Date(validTo).getUTCFullYear()]).toEqual([1950, 2049]);
  });

  it('with GeneralizedTime, as from 2050 on, is read', () => {
    const utc = Buffer.concat([Buffer.from([0x17, 13]), Buffer.from('261231000000Z')]);
    const general = Buffer.concat([Buffer.from([0x18, 15]), Buffer.from('20511231000000Z')]);
    const at = der.indexOf(utc);
    const longer = Buffer.concat([der.subarray(0, at), general, der.subarray(at + utc.length)]);
    // The three lengths above it: of the validity, of the signed part and of the whole.
    for (const offset of [2, 6]) longer.writeUInt16BE(longer.readUInt16BE(offset) + 2, offset);
    longer[at - 16] = (longer[at - 16] ?? 0) + 2;
    expect(new Date(new X509Certificate(pem(longer)).validTo).getUTCFullYear()).toBe(2051);
    expect(new Date(read(pem(longer)).validTo).getUTCFullYear()).toBe(2051);
  });
});

describe('what is not a certificate', () => {
  it.each(['CERTIFICATE REQUEST', 'PUBLIC KEY', 'X'])('%s is refused', (label) => {
    expect(codeOf(pem(der, label))).toBe('certificate_invalid');
  });

  it('cut off anywhere is refused', () => {
    for (let length = 0; length < der.length; length++) {
      expect(codeOf(pem(der.subarray(0, length))), String(length)).toBe('certificate_invalid');
    }
    expect(codeOf(pem(Buffer.concat([der, Buffer.from([0])])))).toBe('certificate_invalid');
  });

  it('with any byte changed is refused, or has the key and times that OpenSSL reads', () => {
    let compared = 0;
    for (let at = 0; at < der.length - 256; at++) {
      for (const bit of [1, 0x20, 0x80]) {
        const changed = Buffer.from(der);
        changed[at] = (changed[at] ?? 0) ^ bit;
        const code = codeOf(pem(changed));
        expect(['accepted', 'certificate_invalid', 'certificate_key_not_allowed']).toContain(code);
        if (code !== 'accepted') continue;
        const ours = read(pem(changed));
        const theirs = openssl(changed, ours.spki);
        if (theirs === undefined) continue; // OpenSSL refuses more: it reads all parts
        compared += 1;
        expect(theirs.ours).toEqual(theirs.key);
        const { times } = theirs;
        if (!times.some(Number.isNaN)) expect([ours.validFrom, ours.validTo]).toEqual(times);
      }
    }
    expect(compared).toBeGreaterThan(500);
  });

  it.each([
    '',
    '-----BEGIN CERTIFICATE-----',
    `-----BEGIN CERTIFICATE-----${' '.repeat(16_000)}`,
    pem(new Uint8Array(9)),
  ])('of noise is refused at once', (text) => {
    const start = performance.now();
    expect(codeOf(text)).toBe('certificate_invalid');
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
