import { expect, test } from 'vitest';
import { agentColors } from './agent-colors.ts';
import { aState } from './testing.ts';

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
