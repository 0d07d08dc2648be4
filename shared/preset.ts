import { z } from 'zod';
import { capListSchema, parseCap } from './cap.ts';
import type { Cap } from './cap.ts';
import { PurserError } from './errors.ts';
import { nanodollarsOf } from './money.ts';
import { policySchema } from './policy.ts';
import type { Policy } from './policy.ts';

/** Ready-made limits, from the tightest to the widest. */
export const PRESET_IDS = ['careful', 'everyday', 'long-runs'] as const;
export type PresetId = (typeof PRESET_IDS)[number];

/** Caps of a sub-key, and what else it may do. */
export const presetSchema = z.object({ id: z.enum(PRESET_IDS), caps: capListSchema, policy: policySchema });
export type Preset = z.infer<typeof presetSchema>;

/** What fits a tool: its usual cap, as text, and how many requests it makes at once (1 where nothing is said). */
interface WhatFits {
  readonly cap: string;
  readonly atOnce?: number;
}

/** The share of a tool's usual cap that each preset gives. */
const SHARE = { careful: 1 / 5, everyday: 1, 'long-runs': 4 } as const satisfies Record<PresetId, number>;

/**
 * The limits that a tool can be connected with, in one click: a cap that fits the tool, and the rules that go with it.
 */
export function presetsOf(tool: WhatFits): Preset[] {
  const usual = parseCap(tool.cap);
  return PRESET_IDS.map((id) => ({ id, caps: usual ? [shareOf(usual, SHARE[id])] : [], policy: rulesOf(id, tool) }));
}

/** @throws PurserError `NOT_FOUND` */
export function presetOf(tool: WhatFits, id: PresetId): Preset {
  const found = presetsOf(tool).find((preset) => preset.id === id);
  if (!found) throw new PurserError('NOT_FOUND', `There is no preset "${id}". There are ${PRESET_IDS.join(', ')}.`);
  return found;
}

function rulesOf(id: PresetId, { atOnce = 1 }: WhatFits): Policy {
  // Slow enough to watch: a person sees a runaway agent before it costs much.
  if (id === 'careful') return { requestsPerMinute: 20, parallelRequests: atOnce };
  // Nobody watches a long run, so an agent that races or repeats itself is stopped instead of reported.
  if (id === 'long-runs') return { brake: { velocity: 'pause', loop: 'pause' } };
  return {};
}

function shareOf(cap: Cap, share: number): Cap {
  return { ...cap, amount: nanodollarsOf(Math.round(cap.amount * share)) };
}
