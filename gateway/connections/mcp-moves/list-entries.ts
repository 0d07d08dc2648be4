import { FORMATS } from '../formats/formats.ts';
import { isList, isObject, valueAt } from '../formats/json-value.ts';
import type { JsonObject, JsonValue, Path } from '../formats/json-value.ts';
import { plainText } from '../formats/keep-bytes.ts';
import { MCP_ENTRY } from '../mcp/mcp-part.ts';
import type { McpPart } from '../tool-spec.ts';

/** One server as it stands in a tool's file. */
export interface FileEntry {
  readonly name: string;
  readonly path: Path;
  readonly entry: JsonObject;
  /** The tool has it switched off by a list elsewhere in the file. */
  readonly isOff: boolean;
}

/**
 * The servers in a tool's file, without those that lead to Purser. Pure.
 * @param gatewayUrl `http://127.0.0.1:PORT`
 * @throws ConfigFault for a file that cannot be read
 */
export function listEntries(
  text: string,
  part: McpPart,
  { project, gatewayUrl }: { readonly project: string | null; readonly gatewayUrl: string },
): readonly FileEntry[] {
  const root = FORMATS[part.format].parse(plainText(text));
  const off = part.entry.offIn ? valueAt(root, part.entry.offIn) : undefined;
  const at = part.at(project);
  return named(valueAt(root, at), part.namedBy)
    .filter(({ name, entry }) => name !== MCP_ENTRY && !leadsToPurser(entry, gatewayUrl))
    .map(({ name, entry }) => ({
      name,
      entry,
      path: [...at, part.namedBy === undefined ? name : { where: part.namedBy, is: name }],
      isOff: isList(off) && off.includes(name),
    }));
}

function named(
  holder: JsonValue | undefined,
  by: string | undefined,
): readonly { readonly name: string; readonly entry: JsonObject }[] {
  if (by === undefined)
    return isObject(holder)
      ? Object.entries(holder).flatMap(([name, entry]) => (isObject(entry) ? [{ name, entry }] : []))
      : [];
  if (!isList(holder)) return [];
  const entries = holder.flatMap((entry) => {
    const name = isObject(entry) ? entry[by] : undefined;
    return isObject(entry) && typeof name === 'string' ? [{ name, entry }] : [];
  });
  // Of two with one name nobody could say which is meant.
  return entries.filter(({ name }) => entries.filter((other) => other.name === name).length === 1);
}

/** An address of this gateway, or the command that serves the same. */
function leadsToPurser(entry: JsonObject, gatewayUrl: string): boolean {
  const { port } = new URL(gatewayUrl);
  const own = new RegExp(String.raw`^http://(?:127\.0\.0\.1|localhost|\[::1\]):${port}/mcp(?:/|$)`);
  const words = Object.values(entry).flatMap((value) => (isList(value) ? value : [value]));
  return (
    words.some((word) => typeof word === 'string' && own.test(word)) ||
    (words.some((word) => typeof word === 'string' && /(?:^|[\\/])purser(?:\.\w+)?$/.test(word)) &&
      words.includes('mcp') &&
      words.includes('serve'))
  );
}
