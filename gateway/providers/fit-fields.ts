import type { JsonObject } from '../dialects/dialect.ts';
import type { ProviderSpec } from './provider-spec.ts';

/** Fields that Purser sets in a body, as this provider takes them: a field it does not know would be refused, or worse, ignored. */
export function fitFields({ limitField, reportsUnasked }: Pick<ProviderSpec, 'limitField' | 'reportsUnasked'>, fields: JsonObject, body: JsonObject): JsonObject {
  const { max_completion_tokens: limit, stream_options: options, ...rest } = fields;
  // A body that names its own limit is known to be understood.
  const renamed = limitField !== undefined && (body['max_completion_tokens'] ?? undefined) === undefined;
  return {
    ...rest,
    ...(limit === undefined ? {} : { [renamed ? limitField : 'max_completion_tokens']: limit }),
    ...(options === undefined || reportsUnasked ? {} : { stream_options: options }),
  };
}
