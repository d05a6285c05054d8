import { randomBytes } from 'node:crypto';
import { Integer, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs';

export const SHA256 = '2.16.840.1.101.3.4.2.1';

/** A question to an authority (RFC 3161, 2.4.1): it is told a hash, and nothing else. */
export interface TimestampRequest {
  /** DER */
  bytes: Uint8Array;
  /** hexadecimal, to be found again in the answer */
  nonce: string;
}

/** @param hash SHA-256, 32 bytes */
export function buildTimestampRequest(hash: Uint8Array): TimestampRequest {
  // Below 0x80, a number of as many bytes that is not negative.
  const nonce = Uint8Array.from(randomBytes(16));
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256 }),
      hashedMessage: new OctetString({ valueHex: Uint8Array.from(hash).buffer }),
    }),
    nonce: new Integer({ valueHex: nonce.buffer }),
    // Without its certificate nobody could check the answer later.
    certReq: true,
  });
  return { bytes: new Uint8Array(request.toSchema().toBER()), nonce: Buffer.from(nonce).toString('hex') };
}
