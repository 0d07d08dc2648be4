import type { Endpoint } from '../dialect.ts';
import { converse, converseStream } from './converse.ts';
import { invoke, invokeStream } from './invoke.ts';

/** A model may be an ARN, which has colons and a slash. */
const BEDROCK = { dialect: 'bedrock', encodedParams: true } as const;

/**
 * The calls that Purser passes on in this dialect; the last four are of the control plane, and free. Source: Amazon
 * Bedrock API reference; 2026-11.
 */
export const bedrockEndpoints: readonly Endpoint[] = [
  { ...BEDROCK, path: 'model/{model}/converse', method: 'POST', operation: converse },
  { ...BEDROCK, path: 'model/{model}/converse-stream', method: 'POST', operation: converseStream },
  { ...BEDROCK, path: 'model/{model}/invoke', method: 'POST', operation: invoke },
  { ...BEDROCK, path: 'model/{model}/invoke-with-response-stream', method: 'POST', operation: invokeStream },
  { ...BEDROCK, path: 'model/{model}/count-tokens', method: 'POST' },
  { ...BEDROCK, path: 'foundation-models', method: 'GET' },
  { ...BEDROCK, path: 'foundation-models/{model}', method: 'GET' },
  { ...BEDROCK, path: 'inference-profiles', method: 'GET' },
  { ...BEDROCK, path: 'inference-profiles/{profile}', method: 'GET' },
];
