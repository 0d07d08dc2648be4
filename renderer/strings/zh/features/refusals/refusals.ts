import type { ListedKind, Whose } from '../../../../../shared/refusals/refusal-facts.ts';
import type { CapFact } from '../../../../../shared/contract/notice-facts.ts';
import { tellDays } from '../../../../../shared/day-row.ts';
import { usdOfFull } from '../../../../../shared/refusals/parts.ts';
import { namesOf } from '../../../../../shared/refusals/refusal-words.ts';
import type { Writing } from '../../../../../shared/refusals/writing.ts';
import type { Strings } from '../../../say.ts';
import { count } from '../../count.ts';
import { WEEKDAY_NAMES } from '../../weekdays.ts';
import { capOf, during } from '../caps.ts';
import { mcpRefusals } from './mcp-refusals.ts';
import { subject } from './subject.ts';

/** Why Purser refused a request. */
export const refusals: Strings['refusals'] = {
  cap: ({ cap, needed, asked }, write) =>
    `${fullText(cap, needed, write)}${resetText(cap, write)}${asked === undefined ? '' : ASKED[asked]}`,
  calls: ({ owner, window, rolling, most, resetsAt }, write) =>
    `${owner ?? '所有智能体合计'}${owner === null ? '' : ' '}${during({ window, rolling })}` +
    `已用完允许的 ${count(most, '个请求')}。` +
    (resetsAt === null ? '' : `${write.day(resetsAt)} ${write.clock(resetsAt)} 重置。`),
  'max-cost': ({ whose, allowed, needed }, write) => {
    const usd = write.usdSo((see) => see(needed) > see(allowed));
    return `${subject(whose)}单个请求最多可花费 ${usd(allowed)}，而这个请求可能花费 ${usd(needed)}。`;
  },
  'call-cost': ({ whose, provider, price }, write) =>
    `${subject(whose)}单个请求的费用上限不足以支付一次 ${provider} 调用（${write.usd(price)}）。`,
  'max-output': ({ makes, allowed }, write) =>
    `这个请求最多会输出 ${write.number(makes)} 个 token，且请求中没有可以降低这个数字的设置；` +
    `规则只允许 ${write.number(allowed)} 个。`,
  'unknown-price': ({ model, provider, name }) => {
    const { shown, typed } = namesOf(model);
    return (
      `Purser 不知道 ${provider} 的“${shown}”的价格，因此无法为它执行限额。` +
      `如需按同系列模型的最高价格放行：\`purser price allow "${typed}" --provider ${name}\`。` +
      `或者设置每百万 token 的价格：` +
      `\`purser price set "${typed}" --input USD --output USD --provider ${name}\``
    );
  },
  unpriced: ({ what, model, provider }) =>
    `Purser 不知道 ${provider} 的“${namesOf(model).shown}”的${UNPRICED[what] ?? what}价格，因此无法为它执行限额。` +
    `请去掉这一项，或改用其他模型。`,
  'no-context-window': ({ model }) => `这个请求中有些部分的 token 数没有上限，而“${model}”的上下文窗口大小未知。`,

  'not-among': ({ whose, what, name, allowed }) =>
    `${mayNot(whose, what, name)}。允许的有：${allowed.join('、') || '（无）'}。`,
  denied: ({ whose, what, name, by }) => `${mayNot(whose, what, name)}（被 ${by} 禁止）。`,
  expired: ({ whose, at }, write) =>
    `${subject(whose)}的额度已于 ${write.day(at)} 过期。请签发新的子密钥，或修改日期。`,
  'working-hours': ({ whose, days, from, to }, write) =>
    `${subject(whose)}只能在${dayWords(days)} ${write.timeOfDay(from)} 至 ${write.timeOfDay(to)} 花费。`,
  environment: ({ provider, environment, own }) =>
    `${provider} 仅用于 ${environment} 环境，而这个子密钥${own === null ? '没有设置环境' : `用于 ${own} 环境`}。`,
  folder: ({ whose, folder, why }) => {
    const begin = `${subject(whose)}只能在 ${folder} 目录中使用，`;
    if (why.seen === 'no-folder') return `${begin}但这个目录不存在。请创建它，或修改规则。`;
    if (why.seen === 'no-process') return `${begin}但 Purser 没有找到这个连接对应的进程。请重新启动该工具。`;
    return `${begin}而这个工具运行在 ${why.path}。请在指定目录中启动它，或给它另一个子密钥。`;
  },
  'parallel-requests': ({ whose, most }) => `${subject(whose)}同时最多运行 ${count(most, '个请求')}，目前没有空位。`,
  'requests-per-minute': ({ whose, most }) => `${subject(whose)}每分钟最多发送 ${count(most, '个请求')}。`,
  'tokens-per-minute': ({ whose, most, used }, write) =>
    `${subject(whose)}每分钟最多使用 ${write.number(most)} 个 token，已用 ${write.number(used)} 个。`,

  'everything-paused': () => 'Purser 中的一切都已暂停。请在托盘菜单中恢复，或运行 `purser resume`。',
  'agent-archived': ({ agent }) =>
    `${agent} 已在 Purser 中归档。请在仪表盘中将它恢复，或运行 \`purser agent archive "${agent}" --undo\`。`,
  'agent-paused': ({ agent }) => `${agent} 已在 Purser 中暂停。请在托盘菜单或仪表盘中恢复。`,
  'sub-key-paused': ({ agent }) => `${agent} 的这个子密钥已暂停。请在仪表盘中恢复，或运行 \`purser key resume\`。`,
  'sub-key-revoked': ({ agent }) => `${agent} 的这个子密钥已被吊销。请在 Purser 中签发新的子密钥。`,
  'sub-key-rotated': () => '这个子密钥已轮换，旧密钥已过期。请把新密钥交给这个工具。',
  'unknown-sub-key': () => 'Purser 不认识这个密钥。请给这个工具一个子密钥：在仪表盘中签发，或运行 `purser key issue`。',
  'not-own': ({ id }) => `“${id}”是用另一个子密钥创建的。请使用那个子密钥，或用当前子密钥重新创建。`,
  'provider-removed': ({ provider }) => `这个请求等待期间，${provider} 已从 Purser 中移除。`,
  'provider-without-key': ({ provider }) =>
    `密钥库中没有 ${provider} 的密钥（仅保存在内存中的密钥会在重启后消失）。请移除该提供商，再重新添加。`,
  'not-metered': ({ method, path, provider }) => `Purser 还无法计量 ${provider} 的 ${method} ${path}，因此不会转发。`,
  'host-not-allowed': ({ port }) => `Purser 只在 http://127.0.0.1:${port} 提供服务。请检查这个工具的 Base URL。`,
  'browser-not-allowed': () => 'Purser 不为网页提供服务，否则任何网页都能花你的钱。请改用程序调用。',
  'ledger-stuck': () => 'Purser 无法写入账本（磁盘满了吗？），在恢复之前不会放行任何请求。',
  'ledger-unread': () => 'Purser 尚未从账本中读出限额的剩余额度，在此之前不会放行任何请求。请重试。',
  stopped: () => '这个请求在等待期间被停止。',

  ...mcpRefusals,
};

const ASKED = {
  deny: '已询问过，答复是拒绝。',
  nobody: '已询问过，但没有人及时答复。',
  'allow-once': '已获准放行，但另一条规则拒绝了它。',
  'raise-today': '限额已提高，但仍然不够。',
} as const;

const UNPRICED: Readonly<Record<string, string>> = {
  webSearches: '网页搜索',
  mapSearches: '地图搜索',
  fileSearches: '文件搜索',
  codeRuns: '代码执行',
  containerSeconds: '代码容器运行时间',
  audioSeconds: '音频时长',
  pages: '页数',
  characters: '字符',
  pictures: '图片',
  cacheTokenHours: '缓存时长',
  tier: '所选服务等级',
  audio: '音频',
};

function mayNot(whose: Whose, what: ListedKind, name: string): string {
  return `${subject(whose)}不能${MAY_NOT[what](name)}`;
}

const MAY_NOT: Readonly<Record<ListedKind, (name: string) => string>> = {
  provider: (name) => `使用 ${name}`,
  endpoint: (name) => `调用 ${name}`,
  model: (name) => `使用模型“${name}”`,
  tool: (name) => `使用在提供商处运行的工具“${name}”`,
  'mcp-server': (name) => `使用 MCP 服务器 ${name}`,
  'mcp-tool': (name) => `使用工具 ${name}`,
};

function dayWords(days: Parameters<typeof tellDays>[0]): string {
  const told = tellDays(days);
  return 'first' in told
    ? `${WEEKDAY_NAMES[told.first]}至${WEEKDAY_NAMES[told.last]}`
    : told.days.map((day) => WEEKDAY_NAMES[day]).join('、');
}

function fullText(cap: CapFact, needed: CapFact['amount'], write: Writing): string {
  const { owner, amount, spent, reserved } = cap;
  const whose = capOf(owner ?? undefined);
  if (spent >= amount) return `${whose}已用完（${during(cap)} ${write.usd(spent)} / ${write.usd(amount)}）。`;
  const usd = usdOfFull(cap, needed, write);
  const held = reserved > 0 ? `，另有 ${usd(reserved)} 由进行中的请求预留` : '';
  return `${whose}不足（${during(cap)} ${usd(spent)} / ${usd(amount)}${held}）；这个请求可能花费 ${usd(needed)}。`;
}

function resetText({ window, rolling, resetsAt }: CapFact, write: Writing): string {
  if (rolling) return '较早的花费移出时间窗口后，额度会逐步恢复。';
  if (resetsAt === null) return '请用 `purser policy` 提高限额，或另外签发一个子密钥。';
  if (window === 'week' || window === 'month') return `限额将于 ${write.weekday(resetsAt)} 重置。`;
  return `限额将于 ${write.clock(resetsAt)} 重置。`;
}
