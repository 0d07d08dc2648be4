import type { JsonObject } from '../../dialects/dialect.ts';
import { isObject } from '../../dialects/json/read-json.ts';

/** A server's limit on thoughts where `max_tokens` limits the answer alone. */
export interface ThinkingLimit {
  /** It has `max_completion_tokens`, which limits thoughts and answer together. */
  readonly limitsBoth: boolean;
  /** It takes one of the two limits only. */
  readonly exclusive?: true;
  /** `thinking_budget` stops the thoughts of every model. */
  readonly budgetHolds?: true;
  /** No model there thinks for longer, in tokens; left out where no source says so. */
  readonly mostThinking?: number;
  /** True where this request, or this model, does not think for sure. */
  readonly isOff: (model: string, body: JsonObject) => boolean;
  readonly source: string;
  readonly asOf: string;
}

/** Qwen's models, at Alibaba Cloud. From qwen4-max-preview on, either name limits both: that is no harm. */
export const QWEN_THINKING: ThinkingLimit = {
  limitsBoth: true,
  budgetHolds: true,
  isOff: (model, body) => body['enable_thinking'] === false || /^(qwen3-coder-|qwen-max(-|$)|qwen2)/.test(model),
  source: 'alibabacloud.com/help, model-studio/api-compatibility-upgrade-notice; openclaw/openclaw#113578',
  asOf: '2026-11-11',
};

/**
 * SiliconFlow. "max_tokens: used to limit the final output, excluding the chain-of-thought part". Its table ends at
 * 40,000 tokens of thought, and models other than Qwen3 may go on beyond their budget.
 */
export const SILICONFLOW_THINKING: ThinkingLimit = {
  limitsBoth: false,
  mostThinking: 65_536,
  isOff: () => false,
  source: 'docs.siliconflow.com, userguide/capabilities/reasoning, api-reference/chat-completions',
  asOf: '2026-09-01',
};

/** Hosts that a person may have added as a server of their own, by the end of their name. */
const HOSTS: Readonly<Record<string, ThinkingLimit>> = {
  'aliyuncs.com': QWEN_THINKING,
  'siliconflow.cn': SILICONFLOW_THINKING,
  'siliconflow.com': SILICONFLOW_THINKING,
  'volces.com': {
    limitsBoth: true,
    exclusive: true,
    isOff: (_model, { thinking }) => isObject(thinking) && thinking['type'] === 'disabled',
    source: 'Volcengine Ark, as told by yulab-smu.top/aisdk, create_volcengine',
    asOf: '2026-06-01',
  },
};

/** The known thinking limit of the server at this address. */
export function thinkingLimitAt(baseUrl: string): ThinkingLimit | undefined {
  const host = URL.canParse(baseUrl) ? new URL(baseUrl).hostname : '';
  const end = Object.keys(HOSTS).find((known) => host === known || host.endsWith(`.${known}`));
  return end === undefined ? undefined : HOSTS[end];
}
