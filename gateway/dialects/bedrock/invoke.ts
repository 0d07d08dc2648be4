import type { Ask, AskFault, Call, JsonObject, Operation } from '../dialect.ts';
import { messages } from '../anthropic-messages/messages.ts';
import { countInvokeInput } from './count-input.ts';
import { findGuardrail, GUARDRAIL } from './find-guardrail.ts';
import { createClaudeMeter, readClaudeAsk, readClaudeUsage } from './invoke-claude.ts';
import { isEmbedding, readEmbeddingAsk, readEmbeddingUsage } from './invoke-embedding.ts';
import { modelOf } from './model-id.ts';

/** Sending a model the body that its own vendor has defined. */
function invokeAs(stream: boolean): Operation {
  return {
    readAsk: (call) => readInvokeAsk(call, stream),
    rewrite: (body, ask, limit) => (isClaudeBody(body) ? messages.rewrite(body, ask, limit) : {}),
    readUsage: (reply, ask) => readEmbeddingUsage(reply) ?? readClaudeUsage(reply, ask),
    nestedLimits: true,
    ...(stream ? { createMeter: createClaudeMeter } : {}),
    countInput: countInvokeInput,
  };
}

function readInvokeAsk(call: Call, stream: boolean): Ask | AskFault {
  const { body, headers, params } = call;
  if (findGuardrail(body, headers)) return { fault: 'unbounded', message: GUARDRAIL };
  if (isClaudeBody(body)) return readClaudeAsk(call, stream);
  const model = modelOf(params['model'] ?? '');
  if (!stream && isEmbedding(body, model)) return readEmbeddingAsk(call);
  return {
    fault: 'unbounded',
    message:
      `Purser cannot read this body of "${model}": with InvokeModel every vendor has a form of its own. Send it with ` +
      `Converse, which has one form for all models.`,
  };
}

/** Every body of Claude's names its version; that holds for a profile whose name does not tell the model, too. */
function isClaudeBody(body: JsonObject): boolean {
  return typeof body['anthropic_version'] === 'string';
}

export const invoke = invokeAs(false);
export const invokeStream = invokeAs(true);
