import type { Strings } from '../../say.ts';
import { WEEKDAY_NAMES } from '../weekdays.ts';

/** A field that takes a number, and what was typed into it. */
const notWhole = (field: string, typed: string): string => `${field}：“${typed}”不是大于 0 的整数。`;

/** The form for caps and rules at every level. */
export const policy: Strings['policy'] = {
  /** Things that a policy can be on, in the middle of a sentence. */
  onEverything: '全局',
  onProvider: (provider) => `提供商 ${provider}`,
  onGroup: (group: string) => `分组 ${group}`,
  onKey: (hint, agent) => `${agent} 的子密钥 …${hint}`,

  title: (whose) => `限额和规则：${whose}`,
  changed: (whose) => `限额和规则已保存：${whose}。`,
  keyHint: '请求必须同时满足此处的限额，以及其智能体、提供商和全局的限额。已有花费计算在内。',
  levelHint: '这些规则与各子密钥自己的规则叠加生效：请求必须全部满足。已有花费计算在内。',
  save: '保存',

  inherited: '沿用上级',
  onCap: '请求超出限额时',
  onCapChoices: { refuse: '拒绝', ask: '先等待，并询问我' },

  parts: '模型、会话与分组',
  modelCaps: '模型限额',
  modelCapModels: (nth: number) => `第 ${nth} 个限额的模型`,
  modelCapAmount: (nth: number) => `第 ${nth} 个模型限额的金额（美元）`,
  modelCapWindow: (nth: number) => `第 ${nth} 个模型限额的周期`,
  removeModelCap: (nth: number) => `移除第 ${nth} 个模型限额`,
  addModelCap: '添加模型限额',
  noModels: '请输入限额适用的模型，例如 claude-opus-*。',
  conversationCaps: {
    rows: (_caps: number) => '会话限额',
    amount: (nth: number) => `第 ${nth} 个会话限额（美元）`,
    window: (nth: number) => `第 ${nth} 个会话限额的周期`,
    remove: (nth: number) => `移除第 ${nth} 个会话限额`,
    add: (_caps: number) => '添加会话限额',
  },
  conversationHint: '对每个会话单独计算。未标明会话的请求合并计为一个会话。',
  group: '分组',
  noGroup: '无',
  groupHint: '同一分组的智能体共享该分组的限额。输入新名称即可新建分组，其限额在“智能体”页面设置。',
  groupCapsHint: '分组内的所有智能体在各自限额之外共享这些限额。已有花费计入其中。',

  reach: '模型和提供商',
  allow: '仅限以下模型',
  allowAll: '所有模型',
  allowHint: '用英文逗号分隔；* 匹配任意字符。',
  deny: '禁用以下模型',
  denyNone: '无',
  denyHint: '优先于允许的模型。',
  denyTools: '禁用以下提供商工具',
  denyToolsHint: '例如 web_search*, code_execution*, mcp。你自己的工具始终可用。',
  providers: '仅限以下提供商',
  endpoints: '仅限以下端点',
  endpointsAll: '所有端点',
  endpointsHint: '例如 chat/completions。',
  environment: '环境',
  environments: { dev: 'dev', staging: 'staging', prod: 'prod' },
  anyEnvironment: '不限',
  folder: '仅限来自此文件夹',
  anyFolder: '任意位置',
  folderHint: '填写项目的完整路径，例如 /home/me/shop。',

  limits: '速率和大小',
  noLimit: '不限',
  requestsPerMinute: '每分钟请求数',
  tokensPerMinute: '每分钟 token 数',
  parallelRequests: '并发请求数',
  maxCost: '单个请求的最高费用',
  maxOutput: '最大输出 token 数',
  maxOutputHint: '要求更多的请求会被限制到此数值。',

  times: '有效期和工作时间',
  lastDay: '最后有效日',
  lastDayHint: '过了这一天，所有请求都会被拒绝。',
  rotateDays: '密钥轮换周期（天）',
  never: '从不',
  rotateDaysHint: '到期时 Purser 会提醒你。',
  hours: '仅限工作时间',
  workingDays: '工作日',
  days: WEEKDAY_NAMES,
  from: '开始',
  to: '结束',
  toHint: (timeZone) => `时间以 ${timeZone} 时区为准。结束时间早于开始时间时，表示到次日结束。`,

  brake: '失控保护',
  velocity: '花费速度远超平常时',
  loop: '重复同一请求时',
  brakeChoices: { off: '不处理', warn: '警告', pause: '暂停智能体' },
  brakeHint: '默认：警告。',

  notWhole: {
    requestsPerMinute: (typed) => notWhole('每分钟请求数', typed),
    tokensPerMinute: (typed) => notWhole('每分钟 token 数', typed),
    parallelRequests: (typed) => notWhole('并发请求数', typed),
    maxOutput: (typed) => notWhole('最大输出 token 数', typed),
    rotateDays: (typed) => notWhole('密钥轮换周期', typed),
  },
  noDay: '请至少选择一天，或关闭工作时间限制。',
  noDate: '请输入最后有效日的日期。',
};
