import { expect, it } from 'vitest';
import { callOf } from '../../call-of.ts';
import type { JsonObject } from '../../dialect.ts';
import { ocr } from './ocr.ts';

const DOCUMENT = { type: 'document_url', document_url: 'https://example.com/x.pdf' };

function pagesOf(more: JsonObject): number | undefined {
  const ask = ocr.readAsk(callOf({ model: 'mistral-ocr-4-1', document: DOCUMENT, ...more }, 100));
  if ('fault' in ask) throw new Error(ask.message);
  return ask.extras?.pages;
}

it('holds the pages that are named, else those of the longest document', () => {
  expect(pagesOf({})).toBe(1_000);
  expect(pagesOf({ pages: [0, 1, 2] })).toBe(3);
  expect(pagesOf({ pages: '0-5, 8' })).toBe(7);
  expect(pagesOf({ pages: '5-0' })).toBe(1);
  expect(pagesOf({ pages: 'all' })).toBe(1_000);
  expect(pagesOf({ pages: '0-999999999' })).toBe(1_000);
  expect(pagesOf({ document: { type: 'image_url', image_url: 'https://example.com/x.png' } })).toBe(1);
});

it('counts a page with annotations at its own price', () => {
  const document_annotation_format = { type: 'json_schema' };
  expect(pagesOf({ pages: [0], document_annotation_format })).toBe(1.25);
  expect(pagesOf({ pages: [0], document_annotation_format, model: 'mistral-ocr-2505' })).toBe(3);
});

it('needs a document', () =>
  expect(ocr.readAsk(callOf({ model: 'mistral-ocr-4-1' }, 10))).toMatchObject({ fault: 'malformed' }));
