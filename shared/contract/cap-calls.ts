import { oc } from '@orpc/contract';
import { z } from 'zod';
import { CAP_WINDOWS } from '../cap.ts';
import { nanodollarsOf } from '../money.ts';
import { policyScopeSchema } from '../policy.ts';
import { capViewSchema } from './views.ts';
import { VALUE_WORDS } from './value-words.ts';

/** Which cap of which scope is meant. */
const capOfScopeSchema = z.object({
  scope: policyScopeSchema,
  window: z.enum(CAP_WINDOWS),
  rolling: z.boolean().default(false),
});

/** Calls about one cap; setting caps is `policies.set`. */
export const capCalls = {
  /**
   * Adds `extra` nano-dollars to what the cap allows now, until the local day ends; left out: as much again as the cap
   * itself. Raises of one day add up. @throws NOT_FOUND where there is no such cap, CONFLICT for a revoked sub-key
   */
  raise: oc
    .input(
      capOfScopeSchema.extend({
        extra: z.int().positive(VALUE_WORDS.amount).transform(nanodollarsOf).optional(),
      }),
    )
    .output(z.object({ scope: policyScopeSchema, cap: capViewSchema })),
};
