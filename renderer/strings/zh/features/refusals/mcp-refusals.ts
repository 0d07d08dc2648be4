import type { McpWords } from '../../../../../shared/refusals/mcp-words.ts';
import type { WrongArgument } from '../../../../../shared/refusals/refusal-facts.ts';
import { subject } from './subject.ts';

/** Why Purser refused a call of an MCP server's tool. */
export const mcpRefusals: McpWords = {
  'mcp-server-unnamed': ({ whose, server }) =>
    `${subject(whose)}不能使用 MCP 服务器 ${server}：规则列出了允许访问的对象，但没有列出任何 MCP 服务器。` +
    `请添加：\`mcp: { servers: [${server}] }\`。`,
  'mcp-argument': ({ whose, tool, argument, wrong }) =>
    `${subject(whose)}不能这样调用 ${tool}：${wrongWords(argument, wrong)}`,
  'mcp-tool-changed': ({ tool }) =>
    `服务器对 ${tool} 的描述与信任它时不同。Purser 会拦下这个工具，直到有人查看过差异：` +
    `请打开“MCP”页面，或运行 \`purser mcp changes\`。`,
  'mcp-server-removed': ({ server }) => `这次调用等待期间，MCP 服务器 ${server} 已从 Purser 中移除。`,
  'mcp-server-unknown': ({ server, there }) =>
    `Purser 中没有名为“${server}”的 MCP 服务器。现有：${there.join('、') || '（无）'}。`,
  'mcp-cancelled': ({ tool }) => `${tool} 未被调用：客户端已取消这次调用。`,
  'mcp-asked': ({ tool, answer }) =>
    answer === 'too-many' ? `${tool} 需要有人同意，但等待答复的调用已经太多。` : `${tool} 未被调用。${ASKED[answer]}`,
  'mcp-no-units': ({ tool }) => `${tool} 按用量计费，但这次调用没有说明用量。`,
};

const ASKED = {
  no: '已询问过，答复是拒绝。',
  nobody: '已询问过，但没有人及时答复。',
  gone: '这次调用在等待期间被取消或停止。',
} as const;

function wrongWords(argument: string, wrong: WrongArgument): string {
  const name = `参数“${argument}”`;
  switch (wrong.is) {
    case 'missing':
      return `缺少${name}。${wrong.allowed ? `允许的有：${wrong.allowed.join('、')}。` : ''}`;
    case 'climbing':
      return `${name}用“..”跳出了目录。`;
    case 'denied':
      return `${name}不能是 ${wrong.value}（被 ${wrong.by} 禁止）。`;
    case 'not-among':
      return `${name}不能是 ${wrong.value}。允许的有：${wrong.allowed.join('、')}。`;
    case 'unfitting':
      return `${wrong.at === '' ? '参数' : `“${wrong.at}”`}不符合模式（${wrong.words}）`;
  }
}
