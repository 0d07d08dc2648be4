import type { Call, JsonObject } from '../dialect.ts';
import { isObject } from '../json/read-json.ts';

/** True where a request asks for a guardrail, in its body or in a header. */
export function findGuardrail(body: JsonObject, headers: Call['headers'] = {}): boolean {
  const { guardrailConfig: config } = body;
  return isObject(config) || headers['x-amzn-bedrock-guardrailidentifier'] !== undefined;
}

export const GUARDRAIL =
  'A guardrail is billed by units of text, for each of its policies, and the request does not say which ones it has. ' +
  'Leave it out, or enforce it for the whole AWS account.';
