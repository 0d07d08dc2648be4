import type { Strings } from '../../say.ts';
import { count } from '../count.ts';

const limited = (tokens: number): string => `Purser 将回复限制在 ${count(tokens, '个 token')}以内`;

/** The newest requests, and the words for how any request ended. */
export const recentRequests: Strings['recentRequests'] = {
  title: '最近的请求',
  all: '所有请求',
  none: '还没有请求。请求结束后会显示在这里。',
  columns: {
    time: '时间',
    agent: '智能体',
    model: '模型',
    input: '输入',
    output: '输出',
    outcome: '结果',
    cost: '费用',
  },
  took: (time) => `耗时 ${time}`,
  modelAt: (model, provider) => `${model}（${provider}）`,
  /** Shares of the input come right after it. */
  tokens: (parts) => parts.join('，'),
  input: (tokens) => `输入 ${count(tokens, 'token')}`,
  fromCache: (tokens) => `其中读取自缓存 ${count(tokens, 'token')}`,
  toCache: (tokens) => `其中写入缓存 ${count(tokens, 'token')}`,
  output: (tokens) => `输出 ${count(tokens, 'token')}`,
  /** Beside the outcome, where there is no room for columns. */
  inAndOut: (input, output) => `输入 ${input}，输出 ${output}`,
  served: { text: '已完成', why: '已收到完整回复。' },
  servedShorter: '已完成，长度受限',
  servedWithin: (limit) => `已收到完整回复。${limit}`,
  limitedByCap: (tokens) => `${limited(tokens)}，因为限额不足以支付更多。`,
  limitedByRules: (tokens) => `${limited(tokens)}：规则不允许更多，或不清楚此模型的回复最长可达多少。`,
  /** Of requests from before it was kept to what. */
  lowered: 'Purser 按限额的余额限制了回复长度。',
  cut: { text: '已中断', why: 'Purser 终止了此请求：达到限额、被暂停或被吊销。' },
  clientGone: { text: '提前断开', why: '工具在回复结束前断开了连接。' },
  providerError: { text: '提供商出错', why: '提供商出现故障或拒绝了请求。' },
  toolError: { text: '工具出错', why: '工具返回了错误，或其服务器出现故障。' },
  providerStatus: (status) => `提供商出错 ${status}`,
  crashed: { text: '异常终止', why: '此请求进行期间 Purser 被终止。' },
};
