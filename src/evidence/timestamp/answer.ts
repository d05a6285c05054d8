import { OctetString } from 'asn1js';
import { SignedData, TimeStampResp, TSTInfo } from 'pkijs';
import { SHA256 } from './request.ts';

/** What an authority's answer says. That it is the authority's is for its signature to show, which is not checked here. */
export interface Timestamp {
  at: Date;
  /** what it is about, hexadecimal */
  sha256: string;
  /** hexadecimal; null where there is none */
  nonce: string | null;
  /** the authority's number of it, hexadecimal */
  serial: string;
}

/** `granted`, and `granted with modifications` (RFC 3161, 2.4.2) */
const GRANTED = [0, 1];
const TST_INFO = '1.2.840.113549.1.9.16.1.4';

/** @throws Error, one sentence, where it is no granted timestamp over a SHA-256 */
export function readTimestamp(bytes: Uint8Array): Timestamp {
  const response = parse(() => TimeStampResp.fromBER(Uint8Array.from(bytes).buffer));
  const { status } = response.status;
  if (!GRANTED.includes(status)) throw new Error(`The authority refused it (status ${status}).`);
  const token = response.timeStampToken;
  if (!token) throw new Error('The authority’s answer holds no timestamp.');
  return parse(() => {
    const { encapContentInfo } = new SignedData({ schema: token.content });
    const content = encapContentInfo.eContent;
    if (encapContentInfo.eContentType !== TST_INFO || !(content instanceof OctetString)) throw new Error();
    const { messageImprint, genTime, nonce, serialNumber } = TSTInfo.fromBER(content.getValue());
    if (messageImprint.hashAlgorithm.algorithmId !== SHA256) throw new Error();
    return {
      at: genTime,
      sha256: Buffer.from(messageImprint.hashedMessage.valueBlock.valueHexView).toString('hex'),
      nonce: nonce ? Buffer.from(nonce.valueBlock.valueHexView).toString('hex') : null,
      serial: Buffer.from(serialNumber.valueBlock.valueHexView).toString('hex'),
    };
  });
}

function parse<T>(work: () => T): T {
  try {
    return work();
  } catch {
    throw new Error('The authority’s answer is no timestamp over a SHA-256.');
  }
}
