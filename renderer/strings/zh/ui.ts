import type { Strings } from '../say.ts';

/** The controls that all features share. */
export const ui: Strings['ui'] = {
  copy: '复制',
  copied: '已复制',
  copyByHand: '请手动选中并复制',
  unsure: { estimated: '估算', assumed: '假定' },
  setByYou: '由你设定',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  theme: (theme) => `主题：${theme}`,
  switchTheme: (theme, next) => `主题：${theme}。切换为${next}。`,
  /** Picking days on a calendar. */
  dates: {
    pick: '选择日期',
    picked: (days) => `选择日期：${days}`,
    hint: '先选开始日期，再选结束日期。',
    previous: '上个月',
    next: '下个月',
  },
};
