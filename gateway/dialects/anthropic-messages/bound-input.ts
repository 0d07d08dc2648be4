import type { JsonObject } from '../dialect.ts';
import { byteLengthOf, eachObject, isObject } from '../json/read-json.ts';
import { countSkills } from './server-tools/container.ts';

/** Tokens around messages that are not in the body. */
const FRAME_TOKENS = 100;
/** The system prompt that comes with tools: 804 at most. Source: platform.claude.com (2026-08), "Pricing: tool use". */
const TOOL_TOKENS = 1_500;
/** A file for a container is read by code, and Claude reads its name: 255 characters at most. Source: "Files API". */
const FILE_NAME_TOKENS = 1_500;
/** Claude reads the name and description of a skill: 64 and 1,024 characters at most. Source: "Skills guide". */
const SKILL_TOKENS = 4_500;
/** More than any model charges for an image, 4,784 at most. Source: platform.claude.com (2026-08), "Vision". */
const IMAGE_TOKENS = 5_000;
/**
 * The tokens that the provider adds for a tool of its own, generously. Source: platform.claude.com (2026-08), "Pricing:
 * specific tool pricing": 6,670 and 880 more for the browser, 4,590 for the computer's set, 735 for its single tool,
 * 700 for the editor, 325 for bash. A search showed 2,700 in replies, system prompt included, an adviser 1,130.
 * Searches that filter their findings bring the tool that runs their code; that showed 7,000 in replies of
 * claude-sonnet-5.
 */
const TOKENS_OF: readonly (readonly [type: RegExp, tokens: number])[] = [
  [/^browser_toolset_/, 9_000],
  [/^computer_toolset_/, 6_000],
  [/^web_(search|fetch)_202[6-9]/, 12_000],
  [/^code_execution_/, 12_000],
  [/^web_(search|fetch)_/, 3_000],
  [/^advisor_/, 2_000],
];
const OTHER_TOKENS = 1_000;

/**
 * Bytes bound tokens, except for media: images have a bound of their own, documents only the context window.
 * @param tools all that stand in the request
 * @returns undefined where only the window bounds it
 */
export function boundInput(body: JsonObject, byteLength: number, tools: readonly unknown[]): number | undefined {
  // The provider keeps the earlier messages, and only the new ones are here.
  if (isObject(body['thread']) && body['thread']['type'] !== 'create') return undefined;
  let bound = byteLength + FRAME_TOKENS + (tools.length > 0 ? TOOL_TOKENS : 0) + countSkills(body) * SKILL_TOKENS;
  for (const tool of tools) bound += isObject(tool) ? tokensOf(tool['type']) : 0;
  for (const part of eachObject([body['messages'], body['system']])) {
    const source = part['source'];
    if (part['type'] === 'container_upload') bound += FILE_NAME_TOKENS;
    if (part['type'] === 'document' && !(isObject(source) && source['type'] === 'text')) return undefined;
    if (part['type'] === 'image') bound += IMAGE_TOKENS;
  }
  return bound - countImageBytes(body['messages']);
}

function tokensOf(type: unknown): number {
  if (typeof type !== 'string' || type === 'custom') return 0;
  return TOKENS_OF.find(([pattern]) => pattern.test(type))?.[1] ?? OTHER_TOKENS;
}

/**
 * Bytes that are certainly pixels: only where the provider reads an image can its bytes not be read as text.
 * The arguments of an old tool call may look like one, and are billed as text.
 */
function countImageBytes(messages: unknown): number {
  let bytes = 0;
  const pending: unknown[] = Array.isArray(messages) ? messages.filter(isObject).map(({ content }) => content) : [];
  while (pending.length > 0) {
    const content = pending.pop();
    for (const block of Array.isArray(content) ? content.filter(isObject) : []) {
      const source = block['source'];
      if (block['type'] === 'tool_result') pending.push(block['content']);
      const isImage = block['type'] === 'image' && isObject(source) && source['type'] === 'base64';
      if (isImage) bytes += byteLengthOf(source['data']);
    }
  }
  return bytes;
}
