import { NO_USAGE } from '../../../domain/usage.ts';
import type { Ask, AskFault, Call, JsonObject, Operation } from '../../dialect.ts';
import { isObject, readCount } from '../../json/read-json.ts';
import { servedModel } from '../../usage/served-model.ts';
import { malformed, modelOf, NO_MODEL } from '../../openai-chat/body-fields.ts';

/** "1,000 pages" of one document. Source: docs.mistral.ai, "OCR: FAQ"; 2026-08. */
const MOST_PAGES = 1_000;
/** Price of a page with annotations, in plain ones. Source: docs.mistral.ai, "Pricing": 5 to 4, 3 to 2, 3 to 1. */
const ANNOTATED: readonly (readonly [model: RegExp, times: number])[] = [
  [/^mistral-ocr-2505/, 3],
  [/^mistral-ocr-2512/, 1.5],
  [/^mistral-ocr-(4|latest)/, 1.25],
];
const DEAREST_ANNOTATION = 3;

/** Reads a document, billed by the page. Source: docs.mistral.ai, API reference, "OCR"; 2026-08. */
export const ocr: Operation = {
  readAsk,
  rewrite: () => ({}),
  readUsage({ usage_info: usage, model }, ask) {
    const pages = isObject(usage) ? readCount(usage['pages_processed']) : undefined;
    if (pages === undefined) return undefined;
    const times = (ask.extras?.pages ?? 0) / (ask.plain?.extras?.pages ?? 1);
    return { ...NO_USAGE, parts: { pages: pages * times }, ...servedModel(model) };
  },
  nestedLimits: true,
};

function readAsk({ body }: Call): Ask | AskFault {
  const model = modelOf(body);
  if (model === undefined) return malformed(NO_MODEL);
  if (!isObject(body['document'])) return malformed('The field "document" must be a document or a picture.');
  const pages = pagesOf(body, body['document']);
  const plain: Ask = {
    model,
    stream: false,
    inputBound: 0,
    cacheWrites: 'none',
    outputLimit: 0,
    choices: 1,
    smallestOutputLimit: 0,
    fixedOutput: true,
    hiddenOutput: false,
    hideUsage: false,
    extras: { pages },
  };
  return { ...plain, plain, extras: { pages: pages * timesOf(body, model) } };
}

function timesOf(body: JsonObject, model: string): number {
  const annotates = ['bbox_annotation_format', 'document_annotation_format'].some((name) => isObject(body[name]));
  return annotates ? (ANNOTATED.find(([name]) => name.test(model))?.[1] ?? DEAREST_ANNOTATION) : 1;
}

/** A picture is one page; of a document, those that are named: as a list, or as numbers and spans in a text. */
function pagesOf({ pages }: JsonObject, { type }: JsonObject): number {
  if (type === 'image_url') return 1;
  if (Array.isArray(pages) && pages.length > 0) return Math.min(pages.length, MOST_PAGES);
  if (typeof pages !== 'string' || !/^\s*\d+(-\d+)?(\s*,\s*\d+(-\d+)?)*\s*$/.test(pages)) return MOST_PAGES;
  const count = pages.split(',').reduce((sum, span) => {
    const [from = 0, to = from] = span.split('-').map(Number);
    return sum + Math.max(1, to - from + 1);
  }, 0);
  return Math.min(count, MOST_PAGES);
}
