import type { Fields } from '../dig.ts';
import type { ExchangeLine } from '../exchange.ts';
import { promptOf, recorded, shownTokens, thoughtTokens, wordsOf } from './turn.ts';
import type { Part, Turn } from './turn.ts';

const GOOGLE = 'https://generativelanguage.googleapis.com/v1beta';
/** Its chunks are a sentence or two. */
const WORDS_A_CHUNK = 12;

/** A turn in Gemini's protocol. Source: ai.google.dev, API reference, "Generating content". */
export function gemini(turn: Turn): ExchangeLine {
  const { id, model, stream = false } = turn;
  const method = stream ? 'streamGenerateContent?alt=sse' : 'generateContent';
  return recorded({
    id,
    url: `${GOOGLE}/models/${model}:${method}`,
    request: requestOf(turn),
    reply: stream
      ? chunksOf(turn)
          .map((chunk) => `data: ${JSON.stringify(chunk)}\r\n\r\n`)
          .join('')
      : whole(turn),
  });
}

/** The same stream as one array, for clients that do not ask for events. */
export function geminiArray(turn: Turn): ExchangeLine {
  const reply = `[${chunksOf(turn)
    .map((chunk) => JSON.stringify(chunk, null, 2))
    .join('\n,\r\n')}\n]\n`;
  return recorded({
    id: turn.id,
    url: `${GOOGLE}/models/${turn.model}:streamGenerateContent`,
    request: requestOf(turn),
    reply,
    type: 'application/json; charset=UTF-8',
  });
}

function requestOf({ asked = {}, spent }: Turn): Fields {
  return { contents: [{ role: 'user', parts: [{ text: promptOf(spent) }] }], ...asked };
}

function whole(turn: Turn): Fields {
  return {
    candidates: [
      {
        content: { role: 'model', parts: turn.parts.map((part) => partOf(part)) },
        finishReason: 'STOP',
        index: 0,
        ...turn.told,
      },
    ],
    usageMetadata: usageOf(turn, 1),
    modelVersion: turn.model,
  };
}

function chunksOf(turn: Turn): readonly Fields[] {
  const pieces = turn.parts.flatMap((part): readonly Fields[] => {
    if (part.kind === 'call') return [partOf(part)];
    const words = wordsOf(part.tokens);
    return Array.from({ length: Math.ceil(words.length / WORDS_A_CHUNK) }, (_, index) =>
      partOf(part, words.slice(index * WORDS_A_CHUNK, (index + 1) * WORDS_A_CHUNK)),
    );
  });
  return pieces.map((part, index) => {
    const last = index === pieces.length - 1;
    const candidate = {
      content: { role: 'model', parts: [part] },
      index: 0,
      ...(last && { finishReason: 'STOP', ...turn.told }),
    };
    return {
      candidates: [candidate],
      usageMetadata: usageOf(turn, (index + 1) / pieces.length),
      modelVersion: turn.model,
    };
  });
}

function partOf(part: Part, words = part.kind === 'call' ? [] : wordsOf(part.tokens)): Fields {
  if (part.kind === 'call') return { functionCall: { name: part.name, args: part.args } };
  return { text: words.join(''), ...(part.kind === 'thought' && { thought: true }) };
}

/** Its chunks tell the figures so far. */
function usageOf({ parts, spent, usage }: Turn, share: number): Fields {
  const { input, cached = 0, hidden = 0 } = spent;
  const thoughts = hidden + thoughtTokens(parts);
  const candidates = Math.floor((shownTokens(parts) - thoughtTokens(parts)) * share);
  return {
    promptTokenCount: input,
    candidatesTokenCount: candidates,
    totalTokenCount: input + candidates + thoughts,
    promptTokensDetails: [{ modality: 'TEXT', tokenCount: input }],
    ...(cached > 0 && {
      cachedContentTokenCount: cached,
      cacheTokensDetails: [{ modality: 'TEXT', tokenCount: cached }],
    }),
    ...(thoughts > 0 && { thoughtsTokenCount: thoughts }),
    ...usage?.(spent, candidates + thoughts),
  };
}
