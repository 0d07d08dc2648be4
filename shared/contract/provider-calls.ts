import { z } from 'zod';
import { providerNameSchema } from '../ids.ts';
import { DEPLOYMENT_TYPES, deployedModelSchema, deploymentNameSchema } from '../providers/deployments.ts';

/** What a person knows of a provider; what is left out stays as it is. */
export const knownOfProviderSchema = z.object({
  name: providerNameSchema,
  /** Whether it stops, and stops billing, when a stream is left; null: what its kind is known to do. */
  stopsWhenLeft: z.enum(['yes', 'no']).nullable().optional(),
  /** The model behind a deployment; null: nobody knows it any more. */
  deployment: z.object({ name: deploymentNameSchema, model: deployedModelSchema.shape.model.nullable() }).optional(),
  /** Where its deployments run; null: nobody knows. */
  deploymentType: z.enum(DEPLOYMENT_TYPES).nullable().optional(),
});
