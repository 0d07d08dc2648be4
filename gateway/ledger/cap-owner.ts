import { z } from 'zod';
import { policyScopeSchema } from '../../shared/policy.ts';
import { readOwner } from '../domain/caps/part-caps.ts';
import type { CapOwnerName } from '../domain/caps/part-caps.ts';

/** Names of owners of caps, as the ledger keeps them. */
export const capOwnerSchema = z
  .string()
  .refine((owner): owner is CapOwnerName => policyScopeSchema.safeParse(readOwner(owner).scope).success);
