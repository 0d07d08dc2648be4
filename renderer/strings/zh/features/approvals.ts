import type { Strings } from '../../say.ts';
import { count } from '../count.ts';

/** Requests that wait for a person. */
export const approvals: Strings['approvals'] = {
  waiting: (requests) => `${count(requests, '个请求')}等待你答复`,
  /** Opens the ones behind the first two. */
  more: (requests) => `还有 ${count(requests, '个请求')}在等待`,
  fewer: '收起',
  list: '等待你答复',
  asks: (agent, amount) => `${agent} 申请最多花费 ${amount}`,
  asksToCall: (agent, tool) => `${agent} 请求调用 ${tool}`,
  mayDestroy: '此工具可能更改或删除内容。',
  policySays: '有规则要求在调用此工具前先询问你。',
  withArguments: '参数如下：',
  noArguments: '没有参数。',
  denyCall: (agent, tool) => `拒绝：${agent} 调用 ${tool}`,
  always: '始终允许此工具',
  alwaysCall: (agent, tool) => `始终允许此工具：${agent} 调用 ${tool}`,
  allowCall: (agent, tool) => `仅允许这次：${agent} 调用 ${tool}`,
  wants: (model) => `它想使用 ${model}。`,
  noAnswer: '超时未答复将自动拒绝',
  left: (clock) => `剩余 ${clock}`,
  noTimeLeft: '已超时',
  deny: '拒绝',
  denyAgent: (agent) => `拒绝 ${agent} 的请求`,
  raise: (amount) => `今日限额 +${amount}`,
  raiseAgent: (agent, amount) => `将 ${agent} 今天的限额提高 ${amount}`,
  allow: '仅允许这次',
  allowAgent: (agent) => `仅允许 ${agent} 的这一个请求`,
};
