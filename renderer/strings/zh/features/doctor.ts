import { numberText } from '../../../state/time-and-money/number-text.ts';
import type { Strings } from '../../say.ts';

/** Things that keep tools from spending through Purser, and what can be done about them. */
export const doctor: Strings['doctor'] = {
  title: '检查配置',
  look: '立即检查',
  looking: '正在检查…',
  what: '查找会覆盖工具配置的环境变量、被改回原样的文件，以及以明文留存的密钥。',
  nothing: '没有发现问题。',
  project: '同时检查项目',
  projectMore: '同时检查一个项目',
  projectExample: '/home/me/shop',
  projectHint: '填写项目文件夹的完整路径。已连接的项目无需填写，总会检查。',
  severity: { error: '问题', warning: '警告', note: '提示' },
  inFile: (file) => `位于 ${file}。`,
  inLine: (file, line) => `位于 ${file} 第 ${numberText(line)} 行。`,

  putRight: '修复',
  keepProxiesOffHow: 'Purser 可以在此文件中添加几行，让访问本机的请求不走代理。',
  putRightHow: {
    repair: 'Purser 可以把自己的更改重新写入此文件。',
    'connect-again': 'Purser 可以用当前地址重新连接它。',
  },
  moveKeyHow: 'Purser 可以把密钥移入密钥库，并换成一个带限额的子密钥。',
  moveAskedHow: '如果这是你自己的密钥，Purser 可以把它移入密钥库，并换成一个带限额的子密钥。',
  moveKey: '移动密钥…',
  connect: (tool) => `连接 ${tool}…`,
  addProvider: '添加提供商密钥',
  orDisconnect: '也可以在下方断开连接，相关文件会恢复原状。',
  moveServersHow: '可在“MCP”页面查看，并将其移至 Purser 之后。',

  moveTitle: '这是你自己的密钥吗？',
  moveWhat: (file) => `Purser 会从 ${file} 中取出密钥，存为提供商密钥，并在原处换上一个带限额的子密钥。`,
  moveWarning: '别人的项目里可能含有他们的密钥。一旦使用，你的花费和发送的内容都会进入他们的账户。',
  moveYes: '是我的，移动',
};
