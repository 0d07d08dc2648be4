import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AGENT_HUES, OTHER_HUE } from '../../../shared/agent-colors.ts';
import { agentColors } from './agent-colors.ts';
import { aState } from '../testing.ts';

test('an agent keeps its color when others come and the list changes its order', () => {
  const { agents } = aState({ agents: [{}, {}, {}] });
  const before = agentColors(agents.slice(0, 2));
  const after = agentColors(agents.toReversed());
  for (const [id, color] of before) expect(after.get(id)).toBe(color);
  expect(new Set(after.values()).size).toBe(3);
});

test('past the palette, agents share the neutral tone', () => {
  const colors = agentColors(aState({ agents: Array.from({ length: 10 }, () => ({})) }).agents);
  expect([...colors.values()].filter((color) => color === 'var(--agent-other)')).toHaveLength(2);
});

test('the stylesheet has the colours that the tray draws', () => {
  const css = readFileSync(join(import.meta.dirname, '..', '..', 'styles', 'tokens.css'), 'utf8');
  for (const [index, { light, dark }] of AGENT_HUES.entries())
    expect(css).toContain(`--agent-${index + 1}: light-dark(${light}, ${dark});`);
  expect(css).toContain(`--agent-other: light-dark(${OTHER_HUE.light}, ${OTHER_HUE.dark});`);
  expect(css).not.toContain(`--agent-${AGENT_HUES.length + 1}:`);
});
