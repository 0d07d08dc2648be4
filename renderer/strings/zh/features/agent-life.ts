import type { Strings } from '../../say.ts';

/** What becomes of an agent: another name, out of the way, part of another, deleted. */
export const agentLife: Strings['agentLife'] = {
  rename: '重命名…',
  archive: '归档',
  merge: '合并到其他智能体…',
  delete: '删除…',

  renameTitle: (agent) => `重命名 ${agent}`,
  name: '名称',
  renameHint: '仍在使用旧名称的工具和脚本不受影响。',
  doRename: '重命名',
  renamed: (before, after) => `${before} 已更名为 ${after}。`,

  archived: (agent) => `${agent} 已归档。取消归档之前，它的请求都会被拒绝。`,
  archivedList: '已归档的智能体',
  inTotal: (amount) => `累计 ${amount}`,
  bringBack: '取消归档',
  bringBackAgent: (agent) => `取消归档 ${agent}`,

  mergeTitle: (agent) => `合并 ${agent}`,
  into: '合并到',
  mergeMeans: (agent, into) =>
    `${agent} 的子密钥和历史记录将归入 ${into}，适用 ${into} 的限额和规则；${agent} 已有的花费也会计入这些限额。`,
  mergeDeletesLogs: (agent) => `已记录的 ${agent} 的提示词和回复将被删除。`,
  doMerge: '合并',
  merged: (agent, into) => `${agent} 已合并到 ${into}。`,

  deleteTitle: (agent) => `删除 ${agent}？`,
  deleteMeans: '它的子密钥将被吊销，进行中的请求将被中断。历史请求及其费用会保留。',
  archiveInstead: '如果只是暂时不用，可以改为归档。',
  doDelete: '删除智能体',
  deleted: (agent) => `${agent} 已删除，历史记录仍然保留。`,
  final: '此操作无法撤销。',
};
