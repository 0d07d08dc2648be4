import type { Strings } from '../../../say.ts';
import { count } from '../../count.ts';

/** MCP servers that tools have by themselves, and moving them behind Purser. */
export const mcpMoves: Strings['mcpMoves'] = {
  title: '未经过 Purser',
  found: (servers, tool) => `${tool} 有 ${count(servers, '个服务器')}未经过 Purser：`,
  foundIn: (servers, tool, folder) => `${tool} 在 ${folder} 中有 ${count(servers, '个服务器')}未经过 Purser：`,
  move: '移入 Purser',
  moveOf: (tool) => `将 ${tool} 的服务器移入 Purser`,
  moved: (servers, tool) => `${tool} 有 ${count(servers, '个服务器')}已移入 Purser：`,
  putBack: '移回',
  putBackOf: (tool) => `将服务器移回 ${tool}`,
  inTerminal: '浏览器不能决定在这台电脑上运行哪个命令。请在应用中操作，或在终端中运行：',
  copyCommand: '复制命令',
  moveTitle: (tool) => `移动 ${tool} 的 MCP 服务器`,
  moveMeans:
    'Purser 会先启动或连接每个服务器一次，成功后才将其从文件中移除。变量和请求头的值会存入密钥库。此后，可能更改或删除内容的工具会等待你确认。',
  toStore: (names) => `存入密钥库：${names.join('、')}`,
  isThere: 'Purser 中已有。',
  calledIn: (name, as) => (name === as ? name : `${name}（在 Purser 中名为 ${as}）`),
  stays: '以下服务器保持不动',
  change: '对文件的更改',
  submitMove: '移动',
  starting: '正在启动服务器…',
  doneMove: (names) => `已移动 ${names.join('、')}。工具下次启动后会通过 Purser 使用它们。`,
  unchecked: '仍然移动这些服务器',
  putBackTitle: (tool) => `将 MCP 服务器移回 ${tool}`,
  putBackMeans: '它们会原样回到文件中。之后，如果没有其他使用者，它们及其机密信息会从 Purser 中移除。',
  submitPutBack: '移回',
  donePutBack: (names) => `已移回 ${names.join('、')}。`,
  reason: {
    off: () => '在工具中已关闭。',
    variable: (about) => `需要 ${about}，只有工具自己能填入。`,
    setting: (about) => `设置 ${about} 会丢失。`,
    older: () => '只支持旧的传输方式（SSE）。',
    folder: (about) => `${about} 以工具当时运行的文件夹为起点。`,
    secret: () => '参数或地址中可能含有机密信息，而 Purser 会显示它们。请改用变量或请求头。',
    form: () => 'Purser 不认识这种配置形式。',
    name: () => '无法由它的名称得出 Purser 中的名称。可在终端中指定：--as NAME。',
    taken: (about) => `Purser 中的 ${about} 已另有所指。可在终端中指定其他名称：--as NAME。`,
    unreachable: (about) => about,
  },
};
