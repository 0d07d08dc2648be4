import type { Strings } from '../../say.ts';

/** The command `purser` in the person's terminals. */
export const commandLine: Strings['commandLine'] = {
  title: '命令行',
  hint: '此窗口中的操作，都可以在终端中用 `purser` 命令完成。',
  states: {
    installed: (file) => `已安装：\`${file}\``,
    'not-installed': (file) => `未安装。安装位置将是 \`${file}\`。`,
    other: (file) => `\`${file}\` 是另一个程序。请先移走它，再安装 Purser 的命令行工具。`,
  },
  notOnPath: (folder) =>
    `你的终端可能还不会在 \`${folder}\` 中查找命令。如果提示找不到 \`purser\`，请把该文件夹加入 PATH。`,
  install: '安装命令行工具',
  update: '重新安装',
  remove: '移除',
};
