import type { Endpoint } from '../dialect.ts';
import { claudeAtVertex } from './claude-at-vertex.ts';
import { batchEmbedAtVertex, embedAtVertex, generateAtVertex, streamAtVertex } from './gemini-at-vertex.ts';
import { chatAtVertex } from './open-models.ts';
import { predict } from './predict.ts';

const PLACE = 'projects/{project}/locations/{location}/';

/** Google's models; a key of express mode needs no project. */
const google = (home: string): readonly Endpoint[] => {
  const model = `${home}publishers/google/models/{model}`;
  const of = (method: string, operation?: Endpoint['operation']): Endpoint => ({
    path: `${model}:${method}`,
    method: 'POST',
    dialect: 'gemini',
    ...(operation && { operation }),
  });
  return [
    of('generateContent', generateAtVertex),
    of('streamGenerateContent', streamAtVertex),
    of('embedContent', embedAtVertex),
    of('batchEmbedContents', batchEmbedAtVertex),
    of('predict', predict),
    of('countTokens'),
    { path: model, method: 'GET', dialect: 'gemini' },
  ];
};

const CLAUDE = `${PLACE}publishers/anthropic/models`;

/** The calls to Vertex AI that Purser passes on. Source: docs.cloud.google.com, "Vertex AI REST API"; 2026-11. */
export const vertexEndpoints: readonly Endpoint[] = [
  ...google(PLACE),
  ...google(''),
  // Counting is free, and a method of a model of that name.
  { path: `${CLAUDE}/count-tokens:rawPredict`, method: 'POST', dialect: 'anthropic-messages' },
  { path: `${CLAUDE}/{model}:rawPredict`, method: 'POST', dialect: 'anthropic-messages', operation: claudeAtVertex },
  {
    path: `${CLAUDE}/{model}:streamRawPredict`,
    method: 'POST',
    dialect: 'anthropic-messages',
    operation: claudeAtVertex,
  },
  {
    path: `${PLACE}endpoints/openapi/chat/completions`,
    method: 'POST',
    dialect: 'openai-chat',
    operation: chatAtVertex,
  },
  { path: 'publishers/google/models', method: 'GET', dialect: 'gemini' },
];
