import { expect, test } from 'vitest';
import { AGENT_HUES, OTHER_HUE } from '../../../shared/agent-colors.ts';
import { DOT_SIDE, drawDot } from './agent-dot.ts';
import type { AgentDot } from './agent-dot.ts';

/** A pixel as `#rrggbbaa`. */
function at(dot: AgentDot, dark: boolean, x: number, y: number, scale = 1): string {
  const start = (y * DOT_SIDE * scale + x) * 4;
  const [blue = 0, green = 0, red = 0, alpha = 0] = drawDot(dot, dark, scale).subarray(start, start + 4);
  return `#${[red, green, blue, alpha].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

const middle = DOT_SIDE / 2;

test('is the colour of the agent in either theme, with nothing around it', () => {
  for (const [hue, { light, dark }] of AGENT_HUES.entries()) {
    expect(at({ hue, hollow: false }, false, middle, middle)).toBe(`${light}ff`);
    expect(at({ hue, hollow: false }, true, middle, middle)).toBe(`${dark}ff`);
  }
  expect(at({ hue: undefined, hollow: false }, false, middle, middle)).toBe(`${OTHER_HUE.light}ff`);
  expect(at({ hue: 0, hollow: false }, false, 0, 0)).toBe('#00000000');
});

test('is an outline while the agent may not spend', () => {
  const dot = { hue: 1, hollow: true };
  expect(at(dot, false, middle, middle)).toBe('#00000000');
  expect(at(dot, false, 3, middle)).toBe(`${AGENT_HUES[1]?.light ?? ''}ff`);
});

test('is drawn as fine as the screen', () => {
  expect(drawDot({ hue: 0, hollow: false }, false, 2)).toHaveLength((DOT_SIDE * 2) ** 2 * 4);
  expect(at({ hue: 0, hollow: false }, false, middle * 2, middle * 2, 2)).toBe(`${AGENT_HUES[0]?.light ?? ''}ff`);
});
