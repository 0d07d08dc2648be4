import type { SubKeyRecord } from '../ledger/records.ts';
import type { Ask, Dialect, JsonObject } from '../dialects/dialect.ts';
import { findRepeatedField } from '../dialects/json-fields.ts';
import { parseObject } from '../dialects/read-json.ts';
import { decide } from '../domain/decide.ts';
import type { ProxyDeps } from './proxy-deps.ts';
import type { Denial } from './reply.ts';

/** May this sub-key spend at all? Says why not, in a sentence for the person. */
export function checkStanding(deps: ProxyDeps, key: SubKeyRecord): Denial | undefined {
  const agent = deps.directory.agent(key.agentId);
  if (key.revokedAt !== null) {
    return { kind: 'not-allowed', code: 'sub-key-revoked', message: `This sub-key of ${agent.name} was revoked. Issue a new one in Purser.` };
  }
  const refusal = decide({
    agent: agent.name,
    keyPaused: key.paused,
    agentPaused: agent.paused,
    everythingPaused: deps.directory.everythingPaused(),
  });
  return refusal && { kind: 'not-allowed', code: refusal.rule, message: refusal.message };
}

export type ReadResult = { readonly ok: true; readonly text: string; readonly json: JsonObject; readonly ask: Ask } | { readonly ok: false; readonly denial: Denial };

/** Reads what the body asks for. Whatever two servers could read differently is refused. */
export function readRequest(dialect: Dialect, bytes: Buffer): ReadResult {
  const invalid = (code: string, message: string): ReadResult => ({ ok: false, denial: { kind: 'invalid-request', code, message } });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return invalid('malformed', 'The request body is not valid UTF-8.');
  }
  const json = parseObject(text);
  if (!json) return invalid('malformed', 'The request body is not a JSON object.');
  const repeated = findRepeatedField(text);
  if (repeated !== undefined) return invalid('malformed', `The field "${repeated}" stands twice in the request body.`);
  const ask = dialect.readAsk(json, bytes.length);
  if ('fault' in ask) return ask.fault === 'unbounded' ? { ok: false, denial: { kind: 'not-allowed', code: 'bound', message: ask.message } } : invalid('malformed', ask.message);
  return { ok: true, text, json, ask };
}
