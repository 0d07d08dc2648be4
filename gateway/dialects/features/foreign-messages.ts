import type { JsonObject } from '../dialect.ts';
import { isObject } from '../json/read-json.ts';
import type { ServerFeatures } from './server-features.ts';

const SEARCH = /^web_search_\d+$/;

/**
 * Anthropic's protocol at a server whose own searches have a price elsewhere: nobody documents whether it runs
 * Anthropic's, nor what one costs there.
 */
export const foreignMessages: ServerFeatures = {
  plainBody: (body) => body,
  bound: (plain, { body }) =>
    searchesThere(body)
      ? {
          fault: 'unbounded',
          message: 'Nobody documents what a search in this protocol costs at this provider. Leave "web_search" out.',
        }
      : plain,
};

function searchesThere({ tools }: JsonObject): boolean {
  return Array.isArray(tools) && tools.some((tool) => isObject(tool) && SEARCH.test(String(tool['type'])));
}
