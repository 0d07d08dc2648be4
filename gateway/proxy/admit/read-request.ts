import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Ask, Call, Operation } from '../../dialects/dialect.ts';
import { findAlias } from '../../dialects/json/find-alias.ts';
import { findRepeatedAnywhere } from '../../dialects/json/find-repeated.ts';
import { findRepeatedField } from '../../dialects/json/json-fields.ts';
import { inspectJson } from '../../dialects/json/inspect-json.ts';
import { parseObject } from '../../dialects/json/read-json.ts';
import { hasManyEscapes, readText } from '../../dialects/json/read-text.ts';
import { explainModelName } from '../../domain/policy/check-model-name.ts';
import type { Refusal } from '../refuse/refusal.ts';

/** The request as read. `text` is the body in a form that can be rewritten; undefined for a form, which cannot. */
export type ReadResult =
  | { readonly ok: true; readonly text: string | undefined; readonly call: Call; readonly ask: Ask }
  | { readonly ok: false; readonly refusal: Refusal };

/** Larger bodies are read in steps, so that other requests, and a person's stop, get their turn in between. */
const LARGE_BYTES = 512 * 2 ** 10;

const TOO_MANY_PARTS: ReadResult = {
  ok: false,
  refusal: {
    kind: 'too-large',
    code: 'too-large',
    message:
      'The request body has too many parts: more objects, fields, items or escaped letters than any request to a ' +
      'model needs.',
  },
};

/**
 * Reads the body's ask. It refuses whatever two servers could read differently. Every step takes time in proportion to
 * the body, even for a body that is made to take long.
 */
export async function readRequest(
  operation: Operation,
  bytes: Buffer,
  destination: Omit<Call, 'body' | 'byteLength'>,
): Promise<ReadResult> {
  const isLarge = bytes.length > LARGE_BYTES;
  const breathe = async (): Promise<void> => void (isLarge && (await nextTurn()));
  const invalid = (code: string, message: string): ReadResult => ({
    ok: false,
    refusal: { kind: 'invalid-request', code, message },
  });
  await breathe();
  const text = readText(bytes);
  if (text === undefined) return invalid('malformed', 'The request body is not valid UTF-8.');
  await breathe();
  if (await hasManyEscapes(bytes, breathe)) return TOO_MANY_PARTS;
  await breathe();
  const { isBomb, disguised } = inspectJson(text);
  if (isBomb) return TOO_MANY_PARTS;
  if (disguised !== undefined)
    return invalid(
      'malformed',
      `The field "${disguised}" is written with escapes in the request body. Write its name plainly.`,
    );
  await breathe();
  const json = parseObject(text);
  if (!json) return invalid('malformed', 'The request body is not a JSON object.');
  await breathe();
  const repeated = operation.nestedLimits ? findRepeatedAnywhere(text) : findRepeatedField(text);
  if (repeated !== undefined) return invalid('malformed', `The field "${repeated}" is in the request body twice.`);
  await breathe();
  const alias = findAlias(json, operation.nestedLimits === true);
  if (alias)
    return invalid('malformed', `The field "${alias.written}" may be read as "${alias.known}". Write it that way.`);
  const call = { ...destination, body: json, byteLength: bytes.length };
  await breathe();
  return readAsk(operation, call, text);
}

/** Reads what a call asks for, and the names of its models, which must be safe to match, store and show. */
export function readAsk(operation: Operation, call: Call, text: string | undefined): ReadResult {
  const no = (kind: Refusal['kind'], code: string, message: string): ReadResult => ({
    ok: false,
    refusal: { kind, code, message },
  });
  const ask = operation.readAsk(call);
  if ('fault' in ask)
    return ask.fault === 'unbounded'
      ? no('not-allowed', 'bound', ask.message)
      : no('invalid-request', 'malformed', ask.message);
  const { model: own, otherModels = [], insteadModels = [], others = [] } = ask;
  for (const model of [own, ...otherModels, ...insteadModels, ...others.map((other) => other.model)]) {
    const fault = explainModelName(model);
    if (fault !== undefined) return no('invalid-request', 'model-name', fault);
  }
  return { ok: true, text, call, ask };
}
