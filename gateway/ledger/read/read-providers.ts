import { z } from 'zod';
import { httpOptionsSchema } from '../../../shared/contract/http-views.ts';
import { providerNameSchema } from '../../../shared/ids.ts';
import { keyFromSchema } from '../../../shared/key-source/key-source-views.ts';
import { DEPLOYMENT_TYPES, deploymentsSchema } from '../../../shared/providers/deployments.ts';
import { PROVIDER_KINDS } from '../../../shared/providers/provider-records.ts';
import type { Connection } from '../../platform/connection.ts';
import type { ProviderRecord } from '../records.ts';

const jsonOf = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);

const providerRow = z.object({
  name: providerNameSchema,
  kind: z.enum(PROVIDER_KINDS),
  baseUrl: z.string(),
  createdAt: z.int(),
  stopsWhenLeft: z.enum(['yes', 'no']).nullable(),
  http: jsonOf(httpOptionsSchema).nullable(),
  deployments: jsonOf(deploymentsSchema).nullable(),
  deploymentType: z.enum(DEPLOYMENT_TYPES).nullable(),
  keyFrom: jsonOf(keyFromSchema).nullable(),
  adminKeyAt: z.int().nullable(),
});

/** Every provider, the oldest first. */
export async function readProviders(connection: Connection): Promise<readonly ProviderRecord[]> {
  const rows = await connection.all(
    'SELECT name, kind, base_url AS baseUrl, created_at AS createdAt, stops_when_left AS stopsWhenLeft, http, ' +
      'deployments, deployment_type AS deploymentType, key_from AS keyFrom, admin_key_at AS adminKeyAt ' +
      'FROM providers ORDER BY created_at, name',
  );
  return z.array(providerRow).parse(rows);
}
