import type { Cap } from '../../../../shared/cap.ts';
import type { Strings } from '../../say.ts';
import { capOf, during } from './caps.ts';
import { count } from '../count.ts';

type Window = Pick<Cap, 'window' | 'rolling'>;

/** `Codex 的限额（今天 $5.00）`. */
const told = (owner: string | undefined, amount: string, window: Window): string =>
  `${capOf(owner)}（${during(window)} ${amount}）`;

/** The money at a glance: figures, pace, agents in brief. */
export const overview: Strings['overview'] = {
  figures: '花费与限额',
  windows: { day: '今日花费', week: '本周', month: '本月' },
  requests: (requests) => count(requests, '个请求'),
  requestsCompared: (requests, compared) => `${count(requests, '个请求')}；${compared}`,
  /** Today's requests, and what may still be spent: two sentences in a line. */
  today: (requests, allowance) => `${requests}。${allowance}`,
  capOnEverything: '全局限额',
  of: (amount) => `限额 ${amount}`,
  /** A cap that is not today's, after what was spent today. */
  ofCap: (spent, amount, window) => `· ${during(window)} ${spent} / ${amount}`,
  everythingPaused: '已全部暂停，不会再产生花费。',
  noSubKey: '没有有效的子密钥，不会再产生花费。',
  allows: (amount) => `限额内最多还能花 ${amount}。`,
  allowsNothing: '限额已没有余额。',

  pace: (amount) => `当前每小时花费 ${amount}。`,
  nobodySpent: '过去 15 分钟没有任何花费。',
  noCapReached: '按目前的速度，重置前不会达到任何限额。',
  /** @param owner an agent or a provider; undefined for everything together */
  reaches: (owner, amount, window, moment) => `按目前的速度，${told(owner, amount, window)}将在 ${moment} 用完。`,
  hasLeft: (owner, left, amount, window) => `${told(owner, amount, window)}还剩 ${left}。`,
  nothingLeft: (owner, amount, window) => `${told(owner, amount, window)}已用完。`,
  /** Nobody knows which of their sub-keys or providers the money goes through. */
  mayBeReached: (names) => `按目前的速度，${names.join(' 或 ')} 的某个限额可能在重置前用完。`,
  more: (caps) => `之后还会有 ${count(caps, '个限额')}用完。`,
  cachesSaved: (amount) => `今天提示词缓存节省了 ${amount}。`,

  agents: '智能体',
  allAgents: '所有智能体',
  paused: '已暂停',
};
