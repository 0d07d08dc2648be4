import type { McpToolView } from '../../../../shared/mcp/mcp-views.ts';

/** Tools in which every word that was typed occurs, the changed ones first. */
export function findTools(tools: readonly McpToolView[], search: string): readonly McpToolView[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = tools.filter(({ name, title, description }) => {
    const text = `${name} ${title ?? ''} ${description}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return [...found.filter(({ state }) => state === 'changed'), ...found.filter(({ state }) => state !== 'changed')];
}
