import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** A request as it arrived. */
export interface Arrived {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const FORM =
  /^AWS4-HMAC-SHA256 Credential=(?<id>[^/]+)\/(?<day>\d{8})\/(?<region>[^/]+)\/(?<service>[^/]+)\/aws4_request, SignedHeaders=(?<names>[^,]+), Signature=(?<signature>[0-9a-f]{64})$/;

/**
 * Checks a signature as AWS does, worked out by the letter of its documentation and by nobody's code. Source:
 * docs.aws.amazon.com, "Create a signed AWS API request"; 2026-11-30.
 * @returns the reason why it is wrong; undefined for a good one
 */
export function checkSignature(arrived: Arrived, keyId: string, secret: string): string | undefined {
  const { method, url, headers, body } = arrived;
  const found = FORM.exec(headers.authorization ?? '')?.groups;
  if (!found) return 'there is no signature';
  const { id, day = '', region = '', service = '', names = '', signature = '' } = found;
  if (id !== keyId) return 'The security token included in the request is invalid.';
  const date = String(headers['x-amz-date']);
  if (!date.startsWith(day)) return 'the date is not that of the scope';
  const signed = names.split(';');
  const unsigned = Object.keys(headers).filter((name) => name.startsWith('x-amz-') && !signed.includes(name));
  if (unsigned.length > 0 || !signed.includes('host')) return `not signed: ${unsigned.join()}`;
  const hash = sha256(body);
  if ((headers['x-amz-content-sha256'] ?? hash) !== hash) return 'the body is not the one that was signed';
  const { pathname, searchParams } = new URL(url, 'http://host');
  const canonical = [
    method,
    pathname.split('/').map(encode).join('/'),
    [...searchParams]
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .toSorted()
      .join('&'),
    ...signed.map((name) => `${name}:${String(headers[name]).trim().replaceAll(/ +/g, ' ')}`),
    '',
    names,
    hash,
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', date, `${day}/${region}/${service}/aws4_request`, sha256(canonical)].join('\n');
  const key = [day, region, service, 'aws4_request'].reduce<Buffer | string>(hmac, `AWS4${secret}`);
  const right = hmac(key, toSign);
  return timingSafeEqual(right, Buffer.from(signature, 'hex'))
    ? undefined
    : 'The request signature we calculated does not match the signature you provided.';
}

function sha256(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex');
}

function hmac(key: Buffer | string, data: string): Buffer {
  return createHmac('sha256', key).update(data).digest();
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
