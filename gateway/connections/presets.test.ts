import { expect, it } from 'vitest';
import { capsSchema, capText } from '../../shared/cap.ts';
import { presetsOf } from '../../shared/preset.ts';
import { TOOLS } from './tools/tools.ts';

it('go from tight to wide around what is usual for the tool', () => {
  expect(presetsOf({ cap: '5/day' }).map(({ id, caps, policy }) => [id, caps.map(capText), policy])).toEqual([
    ['careful', ['1.00/day'], { requestsPerMinute: 20, parallelRequests: 1 }],
    ['everyday', ['5.00/day'], {}],
    ['long-runs', ['20.00/day'], { brake: { velocity: 'pause', loop: 'pause' } }],
  ]);
  // A tool that asks something beside its main request is not kept waiting by itself.
  expect(presetsOf({ cap: '10/day', atOnce: 2 })[0]).toMatchObject({
    caps: [{ amount: 2_000_000_000 }],
    policy: { parallelRequests: 2 },
  });
});

it('every tool that can be connected has them, each with a cap', () => {
  for (const tool of TOOLS.filter(({ coverage }) => coverage.level !== 'not-possible')) {
    for (const { caps } of presetsOf(tool)) expect(capsSchema.safeParse(caps).success, tool.id).toBe(true);
  }
});
