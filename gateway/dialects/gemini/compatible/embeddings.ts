import type { Operation } from '../../dialect.ts';
import { embeddings } from '../../openai-chat/embeddings.ts';
import { plainName } from './chat.ts';

/** Embeddings, as Google speaks them below `/v1beta/openai`. */
export const compatibleEmbeddings: Operation = {
  ...embeddings,
  readAsk(call) {
    const ask = embeddings.readAsk(call);
    return 'fault' in ask ? ask : { ...ask, model: plainName(ask.model) };
  },
};
