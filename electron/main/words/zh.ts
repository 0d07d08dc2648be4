import type { Cap } from '../../../shared/cap.ts';
import { formatUsd } from '../../../shared/money.ts';
import { told } from '../../../shared/told/zh/told.ts';
import type { Words } from './wording.ts';

const EACH = { hour: '每小时', day: '每天', week: '每周', month: '每月', total: '总计' };
const NOW = { hour: '本小时', day: '今天', week: '本周', month: '本月', total: '总计' };
const LONG = { hour: '最近 1 小时', day: '最近 24 小时', week: '最近 7 天', month: '最近 30 天', total: '总计' };

/** Which window is meant. */
const during = ({ window, rolling }: Pick<Cap, 'window' | 'rolling'>): string => (rolling ? LONG : NOW)[window];

const cap = ({ amount, window, rolling, hold }: Cap): string =>
  `${(rolling ? LONG : EACH)[window]} ${formatUsd(amount)}${hold === 'full' ? '（全额预留）' : ''}`;

/** Simplified Chinese, by what is said where. */
export const zh: Words = {
  told,
  app: 'Purser',
  during,
  cap,
  view: '显示',
  couldNot: 'Purser 无法完成该操作',
  cannotStart: 'Purser 无法启动',
  fault: 'Purser 因故障停止运行',
  refusedSwitch: (door) =>
    `Purser 不能带 --${door} 启动：它会让其他程序进入本应用，从而接触到你的子密钥和限额。请去掉该选项后再启动。`,
  notRunning: '网关未在运行。请先从菜单重新启动，然后再试一次。',
  crashed: '网关多次意外停止。重新启动之前，你的工具无法连接到它。',
  tray: {
    tooltip: (says) => `Purser：${says}`,
    isDown: '网关未在运行',
    downTitle: '!',
    down: '网关未在运行',
    startAgain: '重新启动',
    starting: '正在启动…',
    stopping: '正在完成进行中的请求…',
    revokedTitle: '已吊销',
    pausedTitle: '已暂停',
    asksTitle: (today, asking) => `${formatUsd(today)} · ${asking} 个待批准`,
    todayTitle: (today) => formatUsd(today),
    spentToday: (today) => `今天已花费 ${formatUsd(today)}`,
    paused: '已全部暂停',
    notYetStored: '有一项停止操作尚未保存：请释放磁盘空间',
    connectTool: '连接工具…',
    pauseEverything: '全部暂停',
    resumeEverything: '全部恢复',
    revokeEverything: '全部吊销…',
    openDashboard: '打开仪表盘',
    startAtLogin: '登录时启动',
    settings: '设置',
    useKeychain: '重新使用钥匙串',
    quit: '退出 Purser',
    stands: {
      paused: (today) => `已全部暂停（今天 ${formatUsd(today)}）`,
      calm: (today) => `今天 ${formatUsd(today)}`,
      high: (today) => `今天 ${formatUsd(today)}，有一项限额即将用完`,
      full: (today) => `今天 ${formatUsd(today)}，有一项限额已用完`,
    },
    waiting: (stands, requests) => `${stands}。${requests} 个请求正在等待你处理`,
  },
  agents: {
    none: '还没有智能体',
    more: (agents) => `仪表盘中还有 ${agents} 个`,
    today: (name, spent) => `${name}：今天 ${formatUsd(spent)}`,
    ofCap: (name, spent, amount, window) => `${name}：${window} ${formatUsd(spent)} / ${formatUsd(amount)}`,
    standing: {
      paused: (line) => `${line}（已暂停）`,
      full: (line) => `${line}（已用完）`,
      high: (line) => `${line}（即将用完）`,
    },
    maySpend: '允许花费',
    raise: (text, extra) => `今天将限额（${text}）提高 ${formatUsd(extra)}`,
    open: '在仪表盘中打开',
    rotate: '子密钥丢失？轮换…',
    revoke: '吊销…',
  },
  approvals: {
    asks: (agent, model, most) => `${agent} 请求使用 ${model}，最多 ${formatUsd(most)}`,
    asksToCall: (agent, tool) => `${agent} 请求调用 ${tool}`,
    mayDestroy: '它可能更改或删除内容。参数请在仪表盘中查看。',
    policySays: '有规则要求先询问你。参数请在仪表盘中查看。',
    more: (requests) => `仪表盘中还有 ${requests} 个在等待`,
    allowOnce: '仅允许这一次',
    allowAlways: '始终允许此工具',
    raise: (extra) => `今天提高 ${formatUsd(extra)}`,
    deny: '拒绝',
  },
  notifications: {
    titles: {
      'cap-warning': '有一项限额即将用完',
      'brake-warning': '有智能体可能失控',
      'brake-paused': 'Purser 已暂停一个智能体',
      prices: '你所用模型的价格有变动',
      rotation: '有密钥已更换或需要更换',
      'bill-fault': '有一笔账单看起来不对',
      'provider-question': 'Purser 对某个提供商有疑问',
      'not-stored': '有一项停止操作尚未保存',
      'record-broken': '记录与封存不符',
      'ledger-replaced': 'Purser 发现账本已被替换',
      'port-changed': 'Purser 更换了端口',
      'approval-asked': '有请求正在等待你处理',
      'mcp-tool-changed': 'MCP 服务器的一个工具已更改',
    },
    asks: (agent, model, most) => `${agent} 请求使用 ${model}，最多 ${formatUsd(most)}`,
    asksToCall: (agent, tool) => `${agent} 请求调用 ${tool}，正在等你处理`,
    test: '来自 Purser 的通知',
    testBody: '通知工作正常。限额即将用完或有请求等待处理时，Purser 会这样提醒你。',
    answers: {
      'allow-once': '仅允许这一次',
      'raise-today': '提高今天的限额',
      'allow-always': '始终允许',
      deny: '拒绝',
    },
    revoked: 'Purser 已吊销',
  },
  revoke: {
    everything: '要全部吊销吗？',
    everythingWhat: (subKeys) =>
      `这将终止${subKeys === 1 ? '唯一的子密钥' : `全部 ${subKeys} 个子密钥`}，并中断所有进行中的请求。\n\n此操作无法撤消：` +
      `之后每个工具都需要新的子密钥。提供商密钥和花费记录会保留。\n\n如果只想暂时停止花费，请改用“全部暂停”。`,
    everythingYes: '全部吊销',
    agent: (agent) => `要吊销 ${agent} 吗？`,
    agentWhat: (agent, subKeys) =>
      `这将终止它的${subKeys === 1 ? '唯一子密钥' : `全部 ${subKeys} 个子密钥`}，并中断其进行中的请求。\n\n此操作无法撤消：` +
      `之后 ${agent} 需要新的子密钥。花费记录会保留。\n\n如果只想暂时停止，请改为取消勾选“允许花费”。`,
    agentYes: '吊销',
    no: '取消',
  },
  quitting: {
    ask: '要退出 Purser 吗？',
    what: (tools) =>
      `${tools.slice(0, 2).join('、')}${tools.length > 2 ? ` 等 ${tools.length} 个工具` : ''}通过 Purser 发送请求。` +
      `在你重新启动 Purser 之前，它们会收到“Connection error”。\n\n如需不经 Purser 使用某个工具，请先断开连接。` +
      `\n\nPurser 只会提示这一次。`,
    yes: '退出 Purser',
    no: '取消',
  },
  passphrase: {
    title: (says) => `Purser：${says}`,
    choose: '为保险库设置口令',
    chooseWhy: '提供商密钥保存在只有该口令才能打开的文件中。口令无法找回：请写下来并妥善保管。',
    unlock: '解锁保险库',
    unlockWhy: '提供商密钥保存在只有你的口令才能打开的文件中。解锁之前，工具无法花费。',
    passphrase: '口令',
    again: '再输入一次',
    rule: '四五个互不相关的词就是好口令。',
    differ: '两次输入的口令不一致，请重新输入第二个。',
    cancel: '取消',
    create: '创建保险库',
    open: '解锁',
  },
  help: { menu: '帮助', keys: '键盘快捷键', about: '关于 Purser' },
};
