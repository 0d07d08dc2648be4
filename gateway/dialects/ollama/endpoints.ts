import type { Endpoint, Operation } from '../dialect.ts';
import { createOllamaMeter } from './meter.ts';
import { limitOptions, readChatAsk, readEmbedAsk, readGenerateAsk } from './read-ask.ts';
import { readEmbedUsage, readGenerateUsage } from './read-usage.ts';

/** Everything but reading the request is the same for a chat and for a completion. */
function generating(readAsk: Operation['readAsk']): Operation {
  return {
    readAsk,
    rewrite: (body, _ask, limit) => (limit === undefined ? {} : limitOptions(body, limit)),
    readUsage: readGenerateUsage,
    createMeter: createOllamaMeter,
  };
}

const embed: Operation = { readAsk: readEmbedAsk, rewrite: () => ({}), readUsage: readEmbedUsage };

const call = (method: Endpoint['method'], path: string, more: Partial<Endpoint> = {}): Endpoint => ({
  path,
  at: path,
  method,
  dialect: 'ollama',
  ...more,
});

/** The calls of Ollama's own API. Source: docs.ollama.com/api, 2026-11. */
export const ollamaEndpoints: readonly Endpoint[] = [
  call('POST', 'api/chat', { operation: generating(readChatAsk) }),
  call('POST', 'api/generate', { operation: generating(readGenerateAsk) }),
  call('POST', 'api/embed', { operation: embed }),
  call('POST', 'api/embeddings', { operation: embed }),
  call('GET', 'api/tags'),
  call('POST', 'api/show'),
  call('GET', 'api/ps'),
  call('GET', 'api/version'),
  // These change which models are on the machine, or send one elsewhere.
  call('POST', 'api/pull', { manages: 'download a model' }),
  call('POST', 'api/push', { manages: 'publish a model' }),
  call('POST', 'api/create', { manages: 'make a model' }),
  call('POST', 'api/copy', { manages: 'copy a model' }),
  call('DELETE', 'api/delete', { manages: 'delete a model' }),
];
