import type { Cap } from '../../../../shared/cap.ts';
import type { Strings } from '../../say.ts';

type Window = Pick<Cap, 'window' | 'rolling'>;

const EACH = { hour: '每小时', day: '每天', week: '每周', month: '每月', total: '累计' };
const IN_ANY = {
  hour: '任意 1 小时内',
  day: '任意 24 小时内',
  week: '任意 7 天内',
  month: '任意 30 天内',
  total: '累计',
};
const NOW = { hour: '本小时', day: '今天', week: '本周', month: '本月', total: '累计' };
const IN_LAST = {
  hour: '过去 1 小时',
  day: '过去 24 小时',
  week: '过去 7 天',
  month: '过去 30 天',
  total: '累计',
};

/** `每天`, `任意 24 小时内`: what a cap is for. */
const per = ({ window, rolling }: Window): string => (rolling ? IN_ANY : EACH)[window];

/** `今天`, `过去 24 小时`: which window is meant, before what was spent in it. */
export const during = ({ window, rolling }: Window): string => (rolling ? IN_LAST : NOW)[window];

/** `Codex 的限额`. @param owner an agent or a provider; undefined: everything together */
export const capOf = (owner: string | undefined): string => (owner === undefined ? '全局限额' : `${owner} 的限额`);

/** Caps: how they are told, typed and raised. */
export const caps: Strings['caps'] = {
  cap: (amount, cap) => `${per(cap)} ${amount}${cap.hold ? '（全额预留）' : ''}`,
  used: (spent, amount, window) => `${during(window)} ${spent} / ${amount}`,
  usedBy: (whose, used) => `${whose}：${used}`,
  left: (amount) => `剩余 ${amount}`,
  held: (amount) => `进行中的请求已预留 ${amount}`,
  raisedToday: (amount) => `今天已提高 ${amount}`,
  requestsInFull: '请求全额预留',
  rolling: '滚动窗口',
  neverResets: '不重置',
  /** Facts about a cap, one after the other. */
  facts: (facts) => facts.join('，'),

  rows: () => '限额',
  amount: (nth) => (nth === 1 ? '限额（美元）' : `限额 ${nth}（美元）`),
  window: (nth) => (nth === 1 ? '限额的时间窗口' : `限额 ${nth} 的时间窗口`),
  remove: (nth) => (nth === 1 ? '移除限额' : `移除限额 ${nth}`),
  rollingWindows: '滚动窗口',
  choice: per,
  add: (caps) => (caps === 0 ? '添加限额' : '再添加一个限额'),
  holdInFull: '每个请求都全额预留',
  holdInFullMeans: '按每个请求可能产生的最高费用预留。更严格，但能同时运行的请求更少。',
  noAmount: '请输入大于 $0 的金额，例如 5 或 0.25。',
  twice: (window) => `“${per(window)}”的限额有两个。请只保留较低的一个，或为其中一个改用其他时间窗口。`,
  none: '请至少设置一个限额，例如每天 5 美元。',

  raise: (cap, extra) => `今天将“${cap}”的限额提高 ${extra}`,
  raised: (amount) => `已提高到 ${amount}，今天之内有效。`,
};
