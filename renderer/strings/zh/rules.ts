import type { Strings } from '../say.ts';
import { count } from './count.ts';
import { WEEKDAY_NAMES } from './weekdays.ts';

/** The rules of a policy, each a part of one line. */
export const rules: Strings['rules'] = {
  line: (parts) => parts.join('，'),
  modelCap: (models: string, caps: string) => `${models} ${caps}`,
  conversationCap: (caps: string) => `每个会话 ${caps}`,
  inGroup: (group: string) => `属于分组 ${group}`,
  only: (names) => `仅限 ${names}`,
  never: (names) => `禁用 ${names}`,
  onlyTools: (names) => `提供商工具仅限 ${names}`,
  neverTools: (names) => `禁用提供商工具 ${names}`,
  onlyAt: (names) => `提供商仅限 ${names}`,
  forEnvironment: (environment) => `用于 ${environment} 环境`,
  onlyIn: (folder) => `仅限 ${folder} 目录`,
  requestsPerMinute: (requests) => `每分钟最多 ${count(requests, '个请求')}`,
  tokensPerMinute: (tokens) => `每分钟最多 ${tokens} 个 token`,
  atATime: (requests) => `同时最多 ${requests} 个请求`,
  maxCost: (amount) => `单个请求最多 ${amount}`,
  maxOutput: (tokens) => `最多输出 ${tokens} 个 token`,
  hours: (days, from, to) => `仅限${days} ${from} 至 ${to}`,
  asks: '限额不足时询问你',
  newSecret: (days) => (days === 1 ? '每天轮换密钥' : `每 ${count(days, '天')}轮换一次密钥`),
  noModel: '禁用所有模型',
  noTool: '禁用所有提供商工具',
  noProvider: '禁用所有提供商',
  noEndpoint: '禁用所有端点',
  names: (names) => names.join('、'),
  namesAndMore: (names, more) => `${names.join('、')} 等 ${count(names.length + more, '项')}`,
  pausedWhenRacing: '花费过快时暂停',
  pausedWhenRepeating: '重复请求时暂停',
  pausedWhenEither: '花费过快或重复请求时暂停',
  noBrake: '不启用失控保护',
  dayRow: (first, last) => `${WEEKDAY_NAMES[first]}至${WEEKDAY_NAMES[last]}`,
  days: (days) => days.map((day) => WEEKDAY_NAMES[day]).join('、'),
};
