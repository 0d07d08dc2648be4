import type { JsonObject } from '../../dialect.ts';
import { isObject } from '../../json/read-json.ts';

/**
 * Tools that are not in the list of a request but defined among its messages: by a block that adds one, or by the tools
 * that a shortened conversation lists. Source: Anthropic API reference, "Mid-conversation tool changes".
 */
export function addedTools(messages: readonly unknown[]): readonly JsonObject[] {
  return blocksOf(messages)
    .flatMap((block) => [block, ...listOf(block['type'] === 'compaction' ? block['tool_changes'] : undefined)])
    .filter(({ type }) => type === 'tool_addition')
    .map(({ tool }) => (isObject(tool) ? tool['definition'] : undefined))
    .filter(isObject);
}

function blocksOf(messages: readonly unknown[]): readonly JsonObject[] {
  return messages.filter(isObject).flatMap(({ content }) => listOf(content));
}

function listOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
