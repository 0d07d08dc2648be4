import { assignmentsIn } from '../doctor/assignments.ts';
import { readBlock } from '../formats/block.ts';
import { FORMATS } from '../formats/formats.ts';
import { isList, isObject, resolvePath, valueAt } from '../formats/json-value.ts';
import type { JsonValue } from '../formats/json-value.ts';
import { plainText } from '../formats/keep-bytes.ts';
import type { SdkPath } from '../tool-spec.ts';
import type { DoneFile } from '../change/want.ts';

/** An address of ours as it stands in a tool's file. */
interface Address {
  readonly url: string;
  /** The keys that lead to it, or the word before it. */
  readonly way: readonly string[];
  /** The objects that it stands in, the nearest last. */
  readonly within: readonly (JsonValue | undefined)[];
}

/**
 * The addresses of a tool's first requests: each address as it stands in the file now, with what the tool's SDK adds.
 * @param text what the file holds
 * @param gatewayUrl `http://127.0.0.1:PORT`
 */
export function firstRequestsIn(
  text: string,
  done: DoneFile,
  paths: readonly SdkPath[],
  gatewayUrl: string,
): readonly string[] {
  const addresses =
    done.kind === 'entries' ? inEntries(plainText(text), done, gatewayUrl) : inLines(plainText(text), done, gatewayUrl);
  // The address of MCP servers is whole.
  return addresses.map((address) =>
    address.url === `${gatewayUrl}/mcp`
      ? address.url
      : `${address.url}${paths.find((path) => fits(path, address))?.adds ?? ''}`,
  );
}

function fits({ under, beside }: SdkPath, address: Address): boolean {
  if (under !== undefined && !address.way.includes(under)) return false;
  return beside === undefined || address.within.some((one) => isObject(one) && one[beside[0]] === beside[1]);
}

function inEntries(
  text: string,
  { format, edits }: DoneFile & { readonly kind: 'entries' },
  gatewayUrl: string,
): readonly Address[] {
  const root = FORMATS[format].parse(text);
  return edits.flatMap(({ at }) => {
    const path = resolvePath(root, at);
    return inValue(valueAt(root, path), path.map(String), [valueAt(root, path.slice(0, -1))], gatewayUrl);
  });
}

function inValue(
  value: JsonValue | undefined,
  way: readonly string[],
  within: readonly (JsonValue | undefined)[],
  gatewayUrl: string,
): readonly Address[] {
  if (typeof value === 'string') return urlsIn(value, gatewayUrl).map(({ url }) => ({ url, way, within }));
  const inner = isObject(value) || isList(value) ? Object.entries(value) : [];
  return inner.flatMap(([key, one]) => inValue(one, [...way, key], [...within, value], gatewayUrl));
}

/** Lines of a shell, of a dotenv file or of a small program; or a JSON file of our own. */
function inLines(
  text: string,
  done: DoneFile & { readonly kind: 'block' | 'own' },
  gatewayUrl: string,
): readonly Address[] {
  const lines = done.kind === 'block' ? (readBlock(text, done.id) ?? '') : text;
  const beside = done.file.endsWith('.json')
    ? FORMATS['strict-json'].parse(lines)
    : Object.fromEntries(assignmentsIn(lines).map(({ name, value }) => [name, value]));
  return urlsIn(lines, gatewayUrl).map(({ url, before }) => ({
    url,
    way: [/([\w-]+)\W*$/.exec(before)?.[1] ?? ''],
    within: [beside],
  }));
}

/** Every address of the gateway in a text, as far as quotes, blanks and tags let it reach. */
function urlsIn(text: string, gatewayUrl: string): readonly { readonly url: string; readonly before: string }[] {
  const shape = new RegExp(String.raw`${gatewayUrl.replaceAll('.', String.raw`\.`)}/[^\s"'<>;]*`, 'g');
  return [...text.matchAll(shape)].map((match) => ({
    url: match[0],
    before: text.slice(Math.max(0, match.index - 80), match.index),
  }));
}
