import type { Strings } from '../../say.ts';
import { count } from '../count.ts';

const subKey = (hint: string, agent: string): string => `${agent} 的子密钥 …${hint}`;

/** Agents and their sub-keys: what they did, may do, and how they are stopped. */
export const agents: Strings['agents'] = {
  list: '智能体',
  none: '还没有智能体。签发第一个子密钥时会自动创建。',
  issueAnother: '再签发一个',
  everything: '全部智能体合计',
  everythingRules: '限额和规则',
  everythingUncapped: '未设置全局限额。',

  groups: '分组',
  groupRules: '限额',
  groupRulesOf: (group: string) => `分组 ${group} 的限额`,
  groupOf: (names: readonly string[]) => `由 ${names.join('、')} 共享。`,
  groupEmpty: '该分组目前没有智能体。',
  groupUncapped: (who: string) => `${who}尚未设置限额。`,

  paused: '已暂停',
  notYetStored: '尚未写入磁盘',
  spentTotal: (amount) => `累计 ${amount}`,
  /** Beside the amount itself. */
  today: (requests) => `今天 · ${count(requests, '个请求')}`,
  lastHour: (amount) => `过去 1 小时花费 ${amount}，按分钟显示`,
  running: (requests) => `${count(requests, '个请求')}进行中`,
  neverSeen: '从未活动',
  seen: (ago) => `最近活动：${ago}`,
  /** Its activity now, and how fast it spends. */
  atPace: (activity, amount) => `${activity}，每小时花费 ${amount}`,
  own: '它的所有子密钥合计',
  fullestConversation: (name) => `用量最高的会话 ${name}`,
  noConversation: '不属于任何会话的请求',
  unusable: (revoked) => (revoked === 0 ? '没有可用的子密钥。' : `没有可用的子密钥（${count(revoked, '个已吊销')}）。`),
  issueOne: '签发一个',

  more: (agent) => `${agent} 的更多操作`,
  rules: '智能体的限额和规则…',
  issueMore: '再签发一个子密钥…',
  requests: '查看它的请求',
  revokeAll: '吊销它的所有子密钥…',

  pause: '暂停',
  resume: '恢复',
  pauseAgent: (agent) => `暂停 ${agent}`,
  resumeAgent: (agent) => `恢复 ${agent}`,
  pauseAgentHint: (agent) => `停止 ${agent}，包括进行中的请求`,
  resumeAgentHint: (agent) => `恢复 ${agent}，允许它继续产生花费`,
  agentPaused: (agent) => `${agent} 已暂停。`,

  subKey: '子密钥',
  ends: (hint) => `…${hint}`,
  subKeyHint: (id, hint) => `子密钥 ${id}，末尾为 ${hint}`,
  pauseKey: (hint, agent) => `暂停 ${subKey(hint, agent)}`,
  resumeKey: (hint, agent) => `恢复 ${subKey(hint, agent)}`,
  keyPaused: (hint, agent) => `${subKey(hint, agent)} 已暂停。`,
  revoke: '吊销',
  revokeKey: (hint, agent) => `吊销 ${subKey(hint, agent)}`,
  revokeHint: '吊销此子密钥，并中断它进行中的请求。5 秒内可以撤销。',
  moreKey: (hint, agent) => `${subKey(hint, agent)} 的更多操作`,
  keyRules: '修改限额和规则…',
  rotate: '轮换密钥…',
  copyId: '复制 ID',
  usedUp: '可能超出剩余额度的请求会被拒绝。',
  issueInstead: '签发另一个子密钥',

  project: (folder) => `用于项目 ${folder}`,
  worksUntil: (moment) => `有效期至 ${moment}`,
  expired: '已过期',
  refusedSince: (moment) => `自 ${moment} 起所有请求都被拒绝`,
  refused: (ago) => `${ago}被拒绝`,
  oldWorksUntil: (moment) => `旧密钥有效期至 ${moment}`,
  oldUsed: (ago) => `${ago}仍在使用旧密钥`,
  rotationDue: '待轮换',
  rotateNow: '立即轮换',

  revokedForGood: (hint, agent, cutRequests, time) =>
    `${subKey(hint, agent)} 已吊销。` +
    (cutRequests === 0 ? '当时没有进行中的请求。' : `在 ${time}内中断了 ${count(cutRequests, '个进行中的请求')}。`),
};
