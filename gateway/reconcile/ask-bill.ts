import { request } from 'undici';
import { PurserError } from '../../shared/errors.ts';
import type { Bill } from '../domain/reconcile/bill.ts';
import { explainUnreachable, through } from '../domain/words/unreachable.ts';
import type { WayOut } from '../egress/egress.ts';
import { formsOf, starOutForms } from '../platform/star-out.ts';
import { BillFault } from './bill-reader.ts';
import type { AskBill, BillReader, BillSpan } from './bill-reader.ts';

/** A month of a large organisation, by model and key, is less than 2 MiB. */
const MOST_BYTES = 16 * 2 ** 20;
/** All pages together. */
const PATIENCE_MS = 60_000;

/** Whom to ask, and with what. */
export interface BillQuestion {
  readonly reader: BillReader;
  readonly title: string;
  readonly baseUrl: string;
  readonly key: string;
  readonly span: BillSpan;
}

/**
 * Reads the bill of a provider. Redirects are not followed: the key would go along. What the provider writes in an
 * error is never passed on: it may hold the key. @param closing aborted when the gateway stops
 * @throws PurserError `KEY_REFUSED` for a key that may not read it, `BILL_UNAVAILABLE`
 */
export async function askBill(
  { dispatcher, hopTo }: WayOut,
  question: BillQuestion,
  closing: AbortSignal,
): Promise<Bill> {
  const { reader, title, baseUrl, key, span } = question;
  const late = AbortSignal.timeout(PATIENCE_MS);
  const signal = AbortSignal.any([late, closing]);
  const ask: AskBill = async (path, query) => {
    const url = new URL(`${baseUrl.replace(/\/+$/, '')}/${path}`);
    for (const [name, value] of query) url.searchParams.append(name, value);
    const { statusCode: status, body } = await request(url, {
      dispatcher,
      signal,
      headers: { accept: 'application/json', ...reader.headers(key) },
    });
    return { status, body: await readJson(body) };
  };
  try {
    return withoutKey(await reader.read(ask, span), key);
  } catch (error) {
    if (error instanceof BillFault) throw faultOf(error, question);
    const hop = hopTo(new URL(baseUrl));
    const code: unknown = Reflect.get(Object(error), 'code');
    throw new PurserError(
      'BILL_UNAVAILABLE',
      late.aborted
        ? `${title} did not send its bill within ${PATIENCE_MS / 1000} seconds${through(hop)}. Try again later.`
        : explainUnreachable(typeof code === 'string' ? code : 'no reason given', title, baseUrl, hop),
    );
  }
}

/** The texts of a bill are the provider's: none may hold the key that it was asked with. */
function withoutKey(bill: Bill, secret: string): Bill {
  const forms = formsOf(secret);
  const clean = (text: string | null): string | null => text && starOutForms(text, forms);
  return {
    ...bill,
    items: bill.items.map((item) => ({
      ...item,
      model: clean(item.model),
      key: clean(item.key),
      item: clean(item.item),
    })),
  };
}

function faultOf({ why, status }: BillFault, { title, reader }: BillQuestion): PurserError {
  if (why === 'shape')
    return new PurserError(
      'BILL_UNAVAILABLE',
      `${title} answered with something that is no bill. It may have changed its API: look for a newer Purser.`,
    );
  if (why === 'endless')
    return new PurserError('BILL_UNAVAILABLE', `The bill of ${title} does not end. Try again later.`);
  if (status === 401 || status === 403)
    return new PurserError(
      'KEY_REFUSED',
      reader.key === 'own'
        ? `${title} refuses the key that Purser has for it (${status}). Remove the provider, and add the right key.`
        : `${title} lets this key read no bill (${status}). It takes an admin key, from ${reader.keysAt}.`,
    );
  if (status === 429)
    return new PurserError('BILL_UNAVAILABLE', `${title} was asked too often (429). Try again in a few minutes.`);
  return new PurserError(
    'BILL_UNAVAILABLE',
    status >= 500
      ? `${title} cannot send its bill at present (${status}). Try again later.`
      : `${title} does not send its bill (${status}). Check the base URL of this provider: it must be its own.`,
  );
}

/** @returns undefined for what is no JSON, or too much */
async function readJson(body: AsyncIterable<Buffer>): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}
