import { expect, it } from 'vitest';
import { TOOLS } from '../gateway/connections/tools/tools.ts';
import { TOOL_TEXTS as de } from '../renderer/strings/de/tool-texts.ts';
import { TOOL_TEXTS as zh } from '../renderer/strings/zh/tool-texts.ts';

const told = new Set(
  TOOLS.flatMap(({ reload, coverage }) => [reload, coverage.words]).filter((english) => english !== ''),
);

it.each([
  ['German', de],
  ['Chinese', zh],
])('every text of a tool has a %s one, and none is left of a text that was changed', (_, texts) => {
  expect([...told].filter((english) => !texts.has(english))).toEqual([]);
  expect([...texts.keys()].filter((english) => !told.has(english))).toEqual([]);
  expect([...texts].filter(([english, other]) => english === other || other === '')).toEqual([]);
});
