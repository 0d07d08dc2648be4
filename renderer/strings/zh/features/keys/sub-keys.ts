import type { Strings } from '../../../say.ts';
import { count } from '../../count.ts';

/** Every sub-key there is and was. */
export const subKeys: Strings['subKeys'] = {
  tabs: '密钥类型',
  tab: { 'sub-keys': '子密钥', providers: '提供商密钥' },
  title: '子密钥',
  none: '还没有子密钥。为每个工具签发一个，就会显示在这里。',
  noMatch: '没有匹配的子密钥。',
  search: '搜索',
  searchHint: '智能体、名称、末尾字符或文件夹',
  show: '显示哪些子密钥',
  shows: { live: '有效', ended: '已失效', all: '全部' },
  sort: '排序方式',
  sorts: { used: '最近使用', spent: '花费', created: '创建时间', agent: '智能体' },
  found: (keys) => count(keys, '个子密钥'),
  more: '显示更多',

  columns: {
    key: '子密钥',
    caps: '限额',
    spent: '花费',
    used: '最近使用',
    ends: '到期时间',
    project: '项目',
    state: '状态',
  },
  actions: '操作',
  sharesCap: (caps) => `${caps}（共用）`,
  capsShared: '由其智能体的所有子密钥共用',
  noCap: '无',
  unused: '从未',
  endless: '永不',
  anywhere: '不限',
  requests: (requests) => count(requests, '个请求'),
  state: { active: '有效', paused: '已暂停' },
  why: {
    expired: '已过期',
    revoked: '已吊销',
    'agent-revoked': '随智能体吊销',
    'agent-deleted': '智能体已删除',
    everything: '随“全部吊销”吊销',
    'run-ended': '命令已结束',
    disconnected: '工具已断开',
  },

  rename: '重命名…',
  renameTitle: (hint, agent) => `重命名 ${agent} 的子密钥 …${hint}`,
  name: '名称',
  nameExample: 'laptop',
  nameHint: '用来与同一智能体的其他子密钥区分，可留空。',
  doRename: '重命名',
  renamed: '已重命名。',
  revoked: (hint, agent, cut) =>
    `${agent} 的子密钥 …${hint} 已吊销。${cut === 0 ? '' : `中断了 ${count(cut, '个进行中的请求')}。`}`,
};
