import { FORMATS } from '../formats/formats.ts';
import { isList, isObject } from '../formats/json-value.ts';
import type { JsonValue, PlainPath } from '../formats/json-value.ts';
import { plainText } from '../formats/keep-bytes.ts';
import { pathText } from '../files/path-text.ts';
import type { ToolSpec } from '../tool-spec.ts';
import type { ConnectionDeps } from '../connection-deps.ts';

/** A setting of the person's own by which a connected tool goes past Purser. */
export interface Override {
  readonly file: string;
  /** One sentence. */
  readonly text: string;
  /** The remedy. */
  readonly byHand: string;
}

/** The name of a model or a provider. Any other value is not shown. */
const NAME = /^[\w./:@()[\] -]{1,80}$/;

/** Finds settings in a tool's files by which it would use something else than Purser when it starts. */
export async function findOverrides(
  deps: Pick<ConnectionDeps, 'files' | 'paths'>,
  { title, overriddenBy: rule }: ToolSpec,
): Promise<readonly Override[]> {
  if (!rule) return [];
  const found: Override[] = [];
  for (const file of new Set(rule.files(deps.paths))) {
    const root = await read(deps, file, rule.format);
    const chosen = rule.at
      .flatMap((path) => textsAt(root, path))
      .filter(({ value }) => value !== '' && !rule.ours.test(value));
    found.push(
      ...chosen.map(({ at, value }) => ({
        file,
        text: `${title} follows ${pathText(at)}${NAME.test(value) ? ` = "${value}"` : ''}, which leads past Purser`,
        byHand: rule.byHand,
      })),
    );
  }
  return found;
}

/** A file that cannot be read chooses nothing; another check reports it. */
async function read(
  deps: Pick<ConnectionDeps, 'files'>,
  file: string,
  format: keyof typeof FORMATS,
): Promise<JsonValue | undefined> {
  try {
    const text = await deps.files.read(file);
    return text === undefined ? undefined : FORMATS[format].parse(plainText(text));
  } catch {
    return undefined;
  }
}

function textsAt(
  value: JsonValue | undefined,
  path: PlainPath,
  at: PlainPath = [],
): readonly { readonly at: PlainPath; readonly value: string }[] {
  const [step, ...rest] = path;
  if (step === undefined) return typeof value === 'string' ? [{ at, value }] : [];
  const fields = isObject(value) || isList(value) ? Object.entries(value) : [];
  return fields
    .filter(([key]) => step === '*' || key === String(step))
    .flatMap(([key, inner]) => textsAt(inner, rest, [...at, key]));
}
