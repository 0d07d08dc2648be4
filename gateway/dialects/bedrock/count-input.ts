import type { AskProvider, Call, JsonObject } from '../dialect.ts';
import { eachObject, pick, readCount } from '../json/read-json.ts';
import { baseModelOf, isClaude, modelOf } from './model-id.ts';

/** The fields that CountTokens takes. Source: Amazon Bedrock API reference, "ConverseTokensRequest"; 2026-11. */
const FIELDS = ['messages', 'system', 'toolConfig', 'additionalModelRequestFields'] as const;
/** Nobody promises that the figure is exact. */
const MARGIN = 1.02;
const MARGIN_TOKENS = 200;

/** Asks the free CountTokens for a request of Converse. */
export async function countConverseInput(call: Call, askProvider: AskProvider): Promise<number | undefined> {
  return namesS3(call.body) ? undefined : count(call, askProvider, { converse: pick(call.body, FIELDS) });
}

/** The same for the body of a vendor. */
export async function countInvokeInput(call: Call, askProvider: AskProvider): Promise<number | undefined> {
  const body = Buffer.from(JSON.stringify(call.body)).toString('base64');
  return count(call, askProvider, { invokeModel: { body } });
}

/** Only models by their own names can be asked, and of those Claude. Source: pydantic-ai's recordings; 2026-11. */
async function count({ params }: Call, askProvider: AskProvider, input: JsonObject): Promise<number | undefined> {
  const model = baseModelOf(modelOf(params['model'] ?? ''));
  if (!isClaude(model)) return undefined;
  const reply = await askProvider(`model/${encodeURIComponent(model)}/count-tokens`, { input });
  const counted = readCount(reply?.['inputTokens']);
  return counted === undefined ? undefined : Math.ceil(counted * MARGIN) + MARGIN_TOKENS;
}

/** True where a request names content by its place in S3: it may be another one when it is counted. */
function namesS3(body: JsonObject): boolean {
  for (const part of eachObject(body)) if (part['s3Location'] !== undefined) return true;
  return false;
}
