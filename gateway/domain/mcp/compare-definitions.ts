/** One difference between two descriptions of a tool, for a person to read. `undefined` where there is nothing. */
export interface Difference {
  /** Where, with dots: `inputSchema.properties.path.description`. */
  readonly at: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** JSON whose text is the same for the same content, whatever the order of its fields. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, one]) => `${JSON.stringify(name)}:${canonicalText(one)}`);
  return `{${fields.join(',')}}`;
}

/** More are not shown: nobody reads them, and a server decides how many there are. */
const MOST_DIFFERENCES = 100;

/** Lists what differs between two descriptions. */
export function compareDefinitions(before: unknown, after: unknown): readonly Difference[] {
  const found: Difference[] = [];
  compare(before, after, '', found);
  return found;
}

function compare(before: unknown, after: unknown, at: string, found: Difference[]): void {
  if (found.length >= MOST_DIFFERENCES || canonicalText(before) === canonicalText(after)) return;
  if (isFields(before) && isFields(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
      compare(fieldOf(before, name), fieldOf(after, name), at === '' ? name : `${at}.${name}`, found);
    return;
  }
  found.push({ at, before: textOf(before), after: textOf(after) });
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldOf(fields: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function textOf(value: unknown): string | undefined {
  return value === undefined || typeof value === 'string' ? value : canonicalText(value);
}
