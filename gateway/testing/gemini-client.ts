import { GoogleGenAI } from '@google/genai';
import type { GenerateContentParameters } from '@google/genai';
import { parseObject } from '../dialects/json/read-json.ts';
import { rawRequest } from './raw-request.ts';
import type { RawReply } from './raw-request.ts';
import { PROVIDER_KEY } from './start-test-gateway.ts';
import type { TestGateway } from './start-test-gateway.ts';

/** What most tests ask. */
export const GEMINI_ASK = {
  model: 'gemini-2.5-flash',
  contents: 'Say something about caps. Grüße, 世界!',
} satisfies GenerateContentParameters;

/** Gemini through a test gateway: the official SDK, and what it never sends. */
export interface GeminiClient {
  /** As the SDK takes it: without a version. */
  readonly url: string;
  sdk(key: string, apiVersion?: string): GoogleGenAI;
  /** Reads a stream to its end, or to its error. */
  readAll(
    key: string,
    more?: Partial<GenerateContentParameters>,
  ): Promise<{ readonly text: string; readonly finish: string | undefined }>;
  /** The other form of a stream, which curl has and no SDK: one JSON array. */
  rawStream(key: string, body?: object): Promise<RawReply>;
}

/** Sets up the provider `gemini` at the simulated one. */
export async function addGemini(test: TestGateway): Promise<GeminiClient> {
  await test.client.gateway.providers.add({
    kind: 'gemini',
    baseUrl: test.provider.url,
    key: PROVIDER_KEY,
    unchecked: true,
    stopsWhenLeft: 'yes',
  });
  const url = `${test.gateway.url}/gemini`;
  const sdk = (apiKey: string, apiVersion = 'v1beta'): GoogleGenAI =>
    new GoogleGenAI({ apiKey, apiVersion, httpOptions: { baseUrl: url } });
  return {
    url,
    sdk,
    async readAll(key, more = {}) {
      let text = '';
      let finish: string | undefined;
      for await (const piece of await sdk(key).models.generateContentStream({ ...GEMINI_ASK, ...more })) {
        text += piece.text ?? '';
        finish = piece.candidates?.[0]?.finishReason ?? finish;
      }
      return { text, finish };
    },
    rawStream: (key, body = {}) =>
      rawRequest(`${url}/v1beta/models/${GEMINI_ASK.model}:streamGenerateContent`, {
        headers: { 'x-goog-api-key': key, 'content-type': 'application/json' },
        body: JSON.stringify({ contents: [{ role: 'user', parts: [{ text: GEMINI_ASK.contents }] }], ...body }),
      }),
  };
}

/** The items of a reply that is one JSON array; empty when it is none. */
export function itemsOf({ body }: RawReply): readonly unknown[] {
  const items = parseObject(`{"items":${body.toString('utf8')}}`)?.['items'];
  return Array.isArray(items) ? items : [];
}
