import { entriesOf, isList, isRecord } from './json.ts';

/** Deeper ones are made to break readers: GitHub's goes 22 deep. */
const MOST_DEPTH = 200;
const MOST_NODES = 5_000_000;

/** Under these names stands data, not description: a `$ref` there is a word like any other. */
const DATA = new Set(['example', 'examples', 'default', 'enum', 'const']);
/** Under these names stand names that the author chose. */
const NAMED = new Set(['properties', 'patternProperties', 'schemas', 'parameters', 'paths', 'responses', 'headers']);

interface Place {
  readonly value: unknown;
  readonly depth: number;
  readonly named: boolean;
}

/** @returns why the document cannot be used: too deep, too large, or a reference to another file */
export function surveyDocument(document: unknown): string | undefined {
  const seen = new Set<unknown>();
  const waiting: Place[] = [{ value: document, depth: 0, named: false }];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const { value, depth, named } = place;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (depth > MOST_DEPTH) return `The description is nested more than ${MOST_DEPTH} deep.`;
    if (seen.size > MOST_NODES) return `The description has more than ${MOST_NODES} parts.`;
    const elsewhere = referenceElsewhere(value);
    if (elsewhere !== undefined) {
      return (
        `The description refers to another file, ${elsewhere}. Purser fetches none: bundle them into one file first, ` +
        `for example with "npx @redocly/cli bundle".`
      );
    }
    waiting.push(...placesIn(value, depth + 1, named));
  }
  return undefined;
}

function referenceElsewhere(value: object): string | undefined {
  const reference: unknown = isRecord(value) ? value['$ref'] : undefined;
  if (typeof reference !== 'string' || reference.startsWith('#')) return undefined;
  return JSON.stringify(reference.slice(0, 200));
}

function* placesIn(value: object, depth: number, named: boolean): Generator<Place> {
  if (isList(value)) {
    for (const one of value) yield { value: one, depth, named: false };
    return;
  }
  for (const [name, one] of entriesOf(value)) {
    if (!named && (DATA.has(name) || name.startsWith('x-'))) continue;
    yield { value: one, depth, named: !named && NAMED.has(name) && isRecord(one) };
  }
}
