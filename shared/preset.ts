import { z } from 'zod';
import { capListSchema } from './cap.ts';
import { policySchema } from './policy.ts';

/** Ready-made limits, from the tightest to the widest. */
export const PRESET_IDS = ['careful', 'everyday', 'long-runs'] as const;
export type PresetId = (typeof PRESET_IDS)[number];

/** Caps of a sub-key, and what else it may do. */
export const presetSchema = z.object({ id: z.enum(PRESET_IDS), caps: capListSchema, policy: policySchema });
export type Preset = z.infer<typeof presetSchema>;
