import { describe, expect, it } from 'vitest';
import { baseModelOf, isClaude, modelOf } from './model-id.ts';

const ACCOUNT = 'arn:aws:bedrock:us-east-1:123456789012';

describe('the model that a path names', () => {
  it.each([
    ['amazon.nova-lite-v1:0', 'amazon.nova-lite-v1:0'],
    [`${ACCOUNT}:inference-profile/us.anthropic.claude-opus-5`, 'us.anthropic.claude-opus-5'],
    ['arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0', 'amazon.nova-lite-v1:0'],
    ['arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/x', 'x'],
    [`${ACCOUNT}:application-inference-profile/a1b2`, `${ACCOUNT}:application-inference-profile/a1b2`],
    [`${ACCOUNT}:provisioned-model/a1b2`, `${ACCOUNT}:provisioned-model/a1b2`],
    [`${ACCOUNT}:imported-model/a1b2`, `${ACCOUNT}:imported-model/a1b2`],
  ])('%s', (id, model) => expect(modelOf(id)).toBe(model));

  it.each([
    ['us.anthropic.claude-opus-5', 'anthropic.claude-opus-5'],
    ['us-gov.anthropic.claude-3-haiku', 'anthropic.claude-3-haiku'],
    ['global.amazon.nova-2-lite-v1:0', 'amazon.nova-2-lite-v1:0'],
    ['amazon.nova-lite-v1:0', 'amazon.nova-lite-v1:0'],
  ])('without its region: %s', (model, base) => expect(baseModelOf(model)).toBe(base));

  it('is Claude, or not', () => {
    expect(
      ['anthropic.claude-v2', 'jp.anthropic.claude-opus-5', 'claude-opus-5', 'x.anthropicxclaude-1'].map(isClaude),
    ).toEqual([true, true, false, false]);
  });
});
