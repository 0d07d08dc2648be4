import type { Strings } from '../../say.ts';

/** Keys that do something anywhere on the page. */
export const shortcuts: Strings['shortcuts'] = {
  title: '键盘快捷键',
  list: '显示快捷键',
  search: '在本页搜索',
  palette: '跳转页面或执行操作',
  settings: '打开设置',
  quit: '退出 Purser',
  goTo: (page) => `前往“${page}”`,
};
