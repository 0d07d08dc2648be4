import type { ToldEntries } from '../told.ts';

/** MCP servers of a tool that are moved behind Purser, and back. */
export const TOLD_MCP_MOVES: ToldEntries = [
  [
    'A browser may not say which command runs on this machine. Do this in the app, or in a terminal: {0}',
    '浏览器不能决定在本机运行哪个命令。请在应用或终端中操作：{0}',
  ],
  [
    'Its MCP servers were moved behind Purser, and it reaches them by that entry. Put them back first: {0} --undo',
    '它的 MCP 服务器已移到 Purser 之后，并通过该条目访问。请先将其移回：{0} --undo',
  ],
  ['MCP servers of the tools', '各工具的 MCP 服务器'],
  [
    'No MCP server of {0} was moved behind Purser. Nothing was changed.',
    '{0} 没有移到 Purser 之后的 MCP 服务器。未做任何更改。',
  ],
  ['Purser does not know where {0} keeps its MCP servers.', 'Purser 不知道 {0} 把 MCP 服务器配置保存在哪里。'],
  [
    'The files or the servers have changed since you looked at this move. Nothing was done; look at it again.',
    '自你查看这次移动以来，文件或服务器已发生变化。未做任何操作；请重新查看。',
  ],
  ['There is nothing to move for {0}. Nothing was changed.', '{0} 没有可移动的内容。未做任何更改。'],
  [
    'This Purser keeps secrets in memory until it stops: those of the servers would be lost then. ' +
      'Start it with the keychain or a vault (purser serve --secrets vault), and move them there.',
    '这个 Purser 只在内存中保存密钥，停止后即丢失，服务器的密钥也会随之丢失。请用系统密钥库或保险库启动（purser serve --secrets vault），再移动它们。',
  ],
  [
    'What stood in {0} cannot be read any more: the secret store has lost its key. The servers stay ' +
      'in Purser (purser mcp list); write them into the file by hand.',
    '{0} 中原有的内容已无法读取：密钥库丢失了对应的密钥。服务器仍保留在 Purser 中（purser mcp list）；请手动写入该文件。',
  ],
  ['{0} Once it is connected, move them: {1}', '{0} 连接之后即可移动它们：{1}'],
  [
    '{0} has no MCP server of its own named "{1}" in {2}. It has: {3}.',
    '{0} 在 {2} 中没有名为“{1}”的自有 MCP 服务器。现有：{3}。',
  ],
  [
    '{0} is not connected, so it could not reach its servers behind Purser. Connect it first: purser connect {1}',
    '{0} 尚未连接，无法访问 Purser 之后的服务器。请先连接：purser connect {1}',
  ],
  ['{0} keeps no MCP servers for one project in a file of yours.', '{0} 不会把单个项目的 MCP 服务器保存在你的文件中。'],
  ['One MCP server of {0} does not go through Purser: {1}.', '{0} 有 1 个 MCP 服务器未经过 Purser：{1}。'],
  ['{0} MCP servers of {1} do not go through Purser: {2}.', '{1} 有 {0} 个 MCP 服务器未经过 Purser：{2}。'],
  ['{0} stands for another MCP server by now, so that one is left there', '{0} 现在是另一个 MCP 服务器，因此保留它'],
  ['"{0}" cannot be its name: {1}', '“{0}”不能作为它的名称：{1}'],
  ['"{0}" cannot be put back without touching something else', '移回“{0}”必然会影响其他内容'],
  ['the MCP server {0} stays in Purser, too', 'MCP 服务器 {0} 也保留在 Purser 中'],
];
