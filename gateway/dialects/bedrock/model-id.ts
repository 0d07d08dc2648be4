/** A model, an inference profile of Amazon's, or one of the customer's own things by its ARN. */
const ARN = /^arn:aws(?:-[a-z]+)*:bedrock:[a-z0-9-]*:\d*:(?<kind>[a-z-]+)\/(?<name>[\w.:-]+)$/;
const PUBLIC_KINDS: readonly string[] = ['foundation-model', 'inference-profile'];
const PROFILE = /^(?:us|us-gov|eu|apac|au|jp|ca|sa|in|me|af|global)\./;

/**
 * The name of the model that a path names. An ARN of a model or of a profile that Amazon has made ends with its name;
 * any other ARN stays whole, because nothing in it tells the model.
 */
export function modelOf(id: string): string {
  const { kind = '', name } = ARN.exec(id)?.groups ?? {};
  return name !== undefined && PUBLIC_KINDS.includes(kind) ? name : id;
}

/** The model without the region that its profile adds. */
export function baseModelOf(model: string): string {
  return model.replace(PROFILE, '');
}

export function isClaude(model: string): boolean {
  return /(^|\.)anthropic\.claude-/.test(model);
}
