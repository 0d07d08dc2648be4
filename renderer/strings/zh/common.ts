import type { Strings } from '../say.ts';

/** Words that mean the same wherever they stand. */
export const common: Strings['common'] = {
  cancel: '取消',
  close: '关闭',
  done: '完成',
  undo: '撤销',
  dismiss: '忽略',
};
