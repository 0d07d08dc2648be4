import type { Strings } from '../../say.ts';

/** Everything that can be done from the keyboard, as commands. */
export const palette: Strings['palette'] = {
  title: '跳转页面或执行操作',
  question: '你想做什么？',
  hint: '跳转页面、暂停智能体、修改限额…',
  commands: '命令',
  none: '没有匹配的命令。',

  goTo: (page) => `前往“${page}”`,
  theme: (theme) => `主题：${theme}`,
  connectTool: '连接工具',
  startSimulation: '用模拟数据体验',
  leaveSimulation: '退出模拟',
  issueSubKey: '签发子密钥',
  addProvider: '添加提供商密钥',
  everything: '全局',
  policyOfEverything: '全局限额和规则',
  pauseEverything: '全部暂停',
  resumeEverything: '全部恢复',
  revokeEverything: '全部吊销…',
  policyOfProvider: (provider) => `提供商 ${provider} 的限额和规则`,
  pause: (agent) => `暂停 ${agent}`,
  resume: (agent) => `恢复 ${agent}`,
  policyOf: (agent) => `${agent} 的限额和规则`,
  issueFor: (agent) => `为 ${agent} 签发子密钥`,
  requestsOf: (agent) => `${agent} 的请求`,
  keepBodies: (agent) => `记录 ${agent} 的提示词和回复`,
  revokeAllOf: (agent) => `吊销 ${agent} 的所有子密钥…`,
  raise: (whose, raise) => `${whose}：${raise}`,
  subKeyOf: (agent, hint) => `${agent} …${hint}`,
  rotate: (subKey) => `轮换子密钥 ${subKey}`,
  answers: {
    'allow-once': (agent, model) => `允许 ${agent} 的这次请求：${model}`,
    'raise-today': (agent, model) => `提高 ${agent} 今天的限额：${model}`,
    deny: (agent, model) => `拒绝 ${agent} 的请求：${model}`,
  },

  pausedEverything: '已全部暂停。',
  resumedEverything: '已全部恢复。',
  paused: (agent) => `${agent} 已暂停。`,
  resumed: (agent) => `${agent} 已恢复。`,
  answered: {
    'allow-once': '请求将继续。',
    'raise-today': '限额已提高，请求将继续。',
    deny: '请求已拒绝。',
  },
};
