import { z } from 'zod';

/** Where a deployment may run: anywhere, in one zone (the EU, the US), or in one region. */
export const DEPLOYMENT_TYPES = ['global', 'data-zone', 'regional'] as const;
export type DeploymentType = (typeof DEPLOYMENT_TYPES)[number];

/** The name of a deployment, as a path can hold it. */
export const deploymentNameSchema = z
  .string()
  .trim()
  .regex(
    /^[A-Za-z0-9_][\w.@~-]{0,199}$/,
    'A deployment has letters, digits, dashes, dots and underscores in its name.',
  );

/** The model behind a deployment. */
export const deployedModelSchema = z.object({
  model: z.string().trim().min(1, 'Enter the name of the model.').max(200, 'A model name has at most 200 characters.'),
  /** Replies have named it; a person has not said so. */
  learned: z.boolean(),
  /** Models that replies have named before this one. */
  was: z.array(z.string()).max(10).exactOptional(),
});
type DeployedModel = z.infer<typeof deployedModelSchema>;

/** The models behind the names of deployments. */
export const deploymentsSchema = z.record(deploymentNameSchema, deployedModelSchema);
export type Deployments = Readonly<Record<string, Readonly<DeployedModel>>>;
