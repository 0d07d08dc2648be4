import { numberText } from '../../../state/time-and-money/number-text.ts';
import type { Strings } from '../../say.ts';
import { count } from '../count.ts';

const DURING = {
  '15min': '过去 15 分钟',
  hour: '过去 1 小时',
  day: '过去 24 小时',
  week: '过去 7 天',
  month: '过去 30 天',
  quarter: '过去 3 个月',
  year: '过去 12 个月',
};

/** Times that a sum is compared with. */
const BEFORE = {
  day: '昨天同期',
  week: '上周同期',
  month: '上月同期',
  span: '上一时段',
};

/** Spend over time. */
export const spendChart: Strings['spendChart'] = {
  spent: (amount, range) => `${DURING[range]}花费 ${amount}`,
  /** Of a stretch of one's own choice, which the line below names. */
  spentThen: (amount) => `所选时段花费 ${amount}`,
  /** More about it on the line below: from when to when, how that compares, what caches saved. */
  notes: (notes) => notes.join(' · '),
  cachesSaved: (amount) => `提示词缓存节省 ${amount}`,
  cachesCost: (amount) => `提示词缓存净多花 ${amount}`,
  spend: (range) => `${DURING[range]}的花费`,
  spendThen: (stretch) => `${stretch} 的花费`,
  nothingSpent: (range) => `${DURING[range]}没有花费。`,

  more: (percent, before) => `花费比${BEFORE[before]}多 ${numberText(percent)}%`,
  less: (percent, before) => `花费比${BEFORE[before]}少 ${numberText(percent)}%`,
  same: (before) => `花费与${BEFORE[before]}相当`,
  amountBefore: (amount, before) => `${BEFORE[before]} ${amount}`,

  howToZoom: '用方向键在柱形间移动；按住 Shift 可选择一段时间，按 Enter 放大，按 Escape 返回。',
  /** @param byKeys it waits for a key; otherwise the pointer is about to let go */
  picked: (stretch, byKeys) => (byKeys ? `${stretch}。按 Enter 放大。` : stretch),
  zoomOut: '缩小',

  range: '图表的时间范围',
  ranges: {
    '15min': '15 分钟',
    hour: '1 小时',
    day: '1 天',
    week: '1 周',
    month: '1 个月',
    quarter: '3 个月',
    year: '1 年',
  },
  stackedBy: '堆叠维度',
  groups: { agent: '智能体', model: '模型', provider: '提供商', project: '项目' },
  showAs: '显示为',
  shapes: { chart: '图表', table: '表格' },
  compare: '与上一时段对比',
  exportCsv: '导出 CSV',
  exportPng: '导出 PNG',
  /** On the buttons themselves, beside an arrow down. */
  csvFile: 'CSV',
  pngFile: 'PNG',

  showOnly: (name) => `只显示 ${name}`,
  showAll: '全部显示',
  noProject: '无项目',
  others: (groups) => `其他 ${count(groups, '项')}`,

  bucketEmpty: '没有花费',
  together: '合计',
  before: '上一时段',

  table: '花费表格',
  tableEmpty: '这段时间内没有花费。',
  when: '时间',
  total: '合计',
  nothing: '–',
  /** The heads of an exported file. */
  csv: { from: '开始', total: '合计' },
};
