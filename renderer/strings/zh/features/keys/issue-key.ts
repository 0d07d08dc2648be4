import type { Strings } from '../../../say.ts';

/** A new sub-key: what it may do, and the one moment its secret is shown. */
export const issueKey: Strings['issueKey'] = {
  issue: '签发子密钥',
  agent: '智能体',
  agentExample: 'Claude Code',
  agentHint: '将使用此子密钥的工具或脚本。',
  newAgent: (name) => `将创建名为“${name}”的新智能体。`,
  howMuch: '额度',
  capsFor: '限额适用于',
  capsOn: { agent: '智能体的所有子密钥', key: '仅此子密钥' },
  shares: (agent, caps) => `共用 ${agent} 的限额：${caps.join('、')}。可在“智能体”页面修改。`,
  once: '一次性',
  onceSays: '为单个任务分配一笔额度，用完后子密钥即失效。',
  refusedBefore: '可能超出限额的请求在发送前就会被拒绝；流式响应达到限额时会被终止。',

  more: '有效期、模型等',
  expires: '有效期',
  expiries: {
    never: '永不过期',
    '8h': '8 小时后',
    '7d': '7 天后',
    '30d': '30 天后',
    date: '指定日期…',
  },
  lastDay: '最后有效日',
  models: '仅限以下模型',
  allModels: '所有模型',
  modelsHint: '用英文逗号分隔；* 匹配任意字符，例如 claude-*。',
  modelTooLong: (beginning) => `“${beginning}…”太长，不像模型名称。请用英文逗号分隔各个名称。`,
  project: '项目文件夹',
  noProject: '无',
  projectHint: '填写完整路径。此子密钥的花费会计入该项目。',
  neverRotates: '从不',
  asks: '请求超出限额时先等待，并询问我',
  noLastDay: '请选择子密钥的最后有效日。',
  dayIsOver: '这一天已经过去。请选择今天或之后的日期。',

  subKeyFor: (agent) => `${agent} 的子密钥`,
  /** The limits of a new sub-key. @param rules empty where there are none @param until when it ends, if ever */
  may: (caps, rules, until) =>
    `限额：${caps.join('、')}${rules === '' ? '' : `；${rules}`}。` +
    (until === undefined ? '' : `有效期至 ${until}。`),
  copyNow: '请立即复制：它只显示这一次，Purser 只保存其哈希值。',
  copy: '复制子密钥',
  noProvider: '接下来请添加提供商密钥，添加后此子密钥才能使用。',
  use: '使用方法',
  point: '配置到工具中',
  provider: '提供商',
  baseUrl: 'Base URL',
  copyBaseUrl: '复制 Base URL',
  copyShell: '复制 Shell 命令',
  notCopied: '尚未复制',
  done: '完成',
  saved: '我已保存',
};
