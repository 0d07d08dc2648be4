import { describe, expect, it } from 'vitest';
import { NO_USAGE } from '../../domain/usage.ts';
import type { Ask, JsonObject } from '../dialect.ts';
import { createSearchCount } from './searches.ts';

const BY_QUERY = { extrasPerOutput: { webSearches: 1 / 16, mapSearches: 1 / 16 } };
const BY_PROMPT = { extras: { webSearches: 1, mapSearches: 1 } };

/** What a reply in pieces is counted as. */
function count(ask: Pick<Ask, 'extras' | 'extrasPerOutput'>, ...pieces: readonly JsonObject[]) {
  const searches = createSearchCount(ask);
  pieces.forEach(searches.see);
  const { parts, suspect } = searches.addTo({ ...NO_USAGE, input: 10, output: 320 });
  return { ...parts, ...(suspect === undefined ? {} : { suspect }) };
}
const grounded = (groundingMetadata: JsonObject, index = 0): JsonObject => ({
  candidates: [{ index, content: { parts: [{ text: 'x' }] }, groundingMetadata }],
});
const called = (toolType: string, ...queries: readonly string[]): JsonObject => ({
  candidates: [{ content: { parts: [{ toolCall: { toolType, args: { queries } } }] } }],
});

describe('searches from Gemini 3 on', () => {
  it('are the unique queries that are not empty, as Google bills them', () => {
    const webSearchQueries = ['', 'a', 'b', '', 'a'];
    expect(count(BY_QUERY, grounded({ webSearchQueries }))).toEqual({ webSearches: 2 });
    // A stream may tell of them again.
    expect(count(BY_QUERY, grounded({ webSearchQueries: ['a'] }), grounded({ webSearchQueries: ['a', 'b'] }))).toEqual({
      webSearches: 2,
    });
    expect(count(BY_QUERY, grounded({ imageSearchQueries: ['c'], webSearchQueries: ['a'] }))).toEqual({
      webSearches: 2,
    });
  });

  it('are those of each answer, where there are several', () => {
    const queries = { webSearchQueries: ['a'] };
    expect(count(BY_QUERY, grounded(queries), grounded(queries, 1))).toEqual({ webSearches: 2 });
  });

  it('are in the calls that a reply shows, too', () => {
    expect(count(BY_QUERY, called('GOOGLE_SEARCH_WEB', 'a', 'b'), grounded({ webSearchQueries: ['b'] }))).toEqual({
      webSearches: 2,
    });
    expect(count(BY_QUERY, called('GOOGLE_MAPS', 'a', 'b'), called('URL_CONTEXT', 'c'))).toEqual({ mapSearches: 2 });
  });

  it('are never fewer than the bill in the usage', () => {
    const billedToolCalls = [
      { tool: 'GOOGLE_SEARCH_RETRIEVAL', successfulToolCallCount: 3 },
      { tool: 'google_search', successfulToolCallCount: 2 },
      { tool: 'GOOGLE_MAPS', successfulToolCallCount: 1 },
    ];
    expect(count(BY_QUERY, { ...grounded({ webSearchQueries: ['a'] }), usageMetadata: { billedToolCalls } })).toEqual({
      webSearches: 5,
      mapSearches: 1,
    });
  });

  it('are as many as there was room for, where a reply shows that it searched and not how often', () => {
    const cited = {
      candidates: [{ content: { parts: [{ text: '[1](https://x.example/grounding-api-redirect/AB)' }] } }],
    };
    expect(count(BY_QUERY, cited)).toEqual({ webSearches: 20, suspect: 'untold-searches' });
    expect(count(BY_QUERY, grounded({ groundingChunks: [{ web: { uri: 'https://a.example' } }] }))).toEqual({
      webSearches: 20,
      suspect: 'untold-searches',
    });
    expect(count(BY_QUERY, grounded({ groundingChunks: [{ maps: {} }] }))).toEqual({
      mapSearches: 20,
      suspect: 'untold-searches',
    });
    // Nobody had asked for a search: this one was the client's own.
    expect(count({}, cited)).toEqual({});
  });

  it('are none in a reply that shows none', () => {
    expect(count(BY_QUERY, grounded({}))).toEqual({});
    expect(count(BY_QUERY, { candidates: [{ content: { parts: [{ text: 'x' }] } }] })).toEqual({});
  });
});

describe('searches up to Gemini 2.5', () => {
  it('are one charge for the prompt', () => {
    expect(count(BY_PROMPT, grounded({ webSearchQueries: ['a', 'b', 'c'] }))).toEqual({ webSearches: 1 });
    expect(count(BY_PROMPT, grounded({ groundingChunks: [{ maps: {} }] }))).toEqual({ mapSearches: 1 });
  });

  it('are not what a page of the prompt shows as', () => {
    const groundingChunks = [{ web: { uri: 'https://a.example' } }];
    expect(count({}, grounded({ groundingChunks }))).toEqual({});
    expect(count(BY_PROMPT, grounded({ groundingChunks }))).toEqual({ webSearches: 1 });
  });
});
