import { expect, it } from 'vitest';
import { toolText } from './tool-text.ts';

it('writes a tool as a declaration', () => {
  const properties = {
    city: { type: 'string', description: 'Where.' },
    unit: { enum: ['c', 'f'] },
    near: { type: 'array', items: { $ref: '#/$defs/place' } },
  };
  const parameters = {
    type: 'object',
    properties,
    required: ['city'],
    $defs: { place: { type: 'object', properties: { name: { type: 'string' } } } },
  };
  expect(toolText({ type: 'function', name: 'weather', description: 'Looks.', parameters })).toBe(
    '// Looks.\ntype weather = (_: {\n// Where.\ncity: string,\nunit?: "c" | "f",\nnear?: {\nname?: ' +
      'string,\n}[],\n}) => any;\n',
  );
});

/** Each level refers to the next one as often as is asked. */
function doubling(levels: number, times: number): object {
  const properties = (next: number) =>
    Object.fromEntries(Array.from({ length: times }, (_, index) => [`p${index}`, { $ref: `#/$defs/x${next}` }]));
  const defs = Array.from({ length: levels }, (_, level) => [
    `x${level}`,
    { type: 'object', properties: properties(level + 1) },
  ]);
  return { $defs: { ...Object.fromEntries(defs), [`x${levels}`]: { type: 'string' } }, $ref: '#/$defs/x0' };
}

it.each([
  ['parts that double at every level', doubling(18, 2)],
  ['parts that multiply', doubling(12, 20)],
  ['a part that holds itself', { properties: { a: { $ref: '#' }, b: { $ref: '#' }, c: { $ref: '#' } } }],
  [
    'a long text that many refer to',
    {
      $defs: { x: { enum: ['y'.repeat(100_000)] } },
      properties: Object.fromEntries(
        Array.from({ length: 10_000 }, (_, index) => [`p${index}`, { $ref: '#/$defs/x' }]),
      ),
    },
  ],
  [
    'a long list that many refer to',
    {
      $defs: { x: { properties: {}, required: Array.from({ length: 50_000 }, (_, index) => index) } },
      properties: Object.fromEntries(
        Array.from({ length: 50_000 }, (_, index) => [`p${index}`, { $ref: '#/$defs/x' }]),
      ),
    },
  ],
])('does not write out %s: that counts as its JSON', { timeout: 5_000 }, (_what, parameters) => {
  expect(toolText({ name: 'big', parameters })).toBeUndefined();
});
