import { parseCap } from '../../shared/cap.ts';
import type { Cap } from '../../shared/cap.ts';
import { PurserError } from '../../shared/errors.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import type { Policy } from '../../shared/policy.ts';
import { PRESET_IDS } from '../../shared/preset.ts';
import type { Preset, PresetId } from '../../shared/preset.ts';
import type { ToolSpec } from './tool-spec.ts';

/** The share of a tool's usual cap that each preset gives. */
const SHARE = { careful: 1 / 5, everyday: 1, 'long-runs': 4 } as const satisfies Record<PresetId, number>;

/**
 * The limits that a tool can be connected with, in one click: a cap that fits the tool, and the rules that go with it.
 */
export function presetsOf(tool: Pick<ToolSpec, 'cap' | 'atOnce'>): Preset[] {
  const usual = parseCap(tool.cap);
  return PRESET_IDS.map((id) => ({ id, caps: usual ? [shareOf(usual, SHARE[id])] : [], policy: rulesOf(id, tool) }));
}

/** @throws PurserError `NOT_FOUND` */
export function presetOf(tool: Pick<ToolSpec, 'cap' | 'atOnce'>, id: PresetId): Preset {
  const found = presetsOf(tool).find((preset) => preset.id === id);
  if (!found) throw new PurserError('NOT_FOUND', `There is no preset "${id}". There are ${PRESET_IDS.join(', ')}.`);
  return found;
}

function rulesOf(id: PresetId, { atOnce = 1 }: Pick<ToolSpec, 'atOnce'>): Policy {
  // Slow enough to watch: a person sees a runaway agent before it costs much.
  if (id === 'careful') return { requestsPerMinute: 20, parallelRequests: atOnce };
  // Nobody watches a long run, so an agent that races or repeats itself is stopped instead of reported.
  if (id === 'long-runs') return { brake: { velocity: 'pause', loop: 'pause' } };
  return {};
}

function shareOf(cap: Cap, share: number): Cap {
  return { ...cap, amount: nanodollarsOf(Math.round(cap.amount * share)) };
}
