import type { ToldEntries } from '../told.ts';

/** What is said of MCP servers, their descriptions, and of places for secrets. */
export const TOLD_SERVERS: ToldEntries = [
  [
    'There is no MCP server named "{0}". See `purser mcp list`.',
    '没有名为“{0}”的 MCP 服务器。请看 `purser mcp list`。',
  ],
  [
    'The secret store has no {0} for the MCP server {1} (secrets kept in memory are gone after a restart). ' +
      'Remove the server and add it again.',
    '密钥库中没有 MCP 服务器 {1} 的 {0}（仅保存在内存中的密钥会在重启后消失）。请移除该服务器，再重新添加。',
  ],
  ['There is already an MCP server named "{0}". Choose another name.', '已有名为“{0}”的 MCP 服务器。请换一个名称。'],
  ['There is already a provider named "{0}". Choose another name.', '已有名为“{0}”的提供商。请换一个名称。'],
  ['{0} has no tool "{1}" that waits to be accepted.', '{0} 没有等待确认的工具“{1}”。'],
  [
    '"{0}" of {1} has changed again since it was shown. Look at it anew.',
    '{1} 的“{0}”在显示之后又有变化。请重新查看。',
  ],
  ['{0} has no login: only a server elsewhere has one.', '{0} 没有登录：只有远程服务器才有。'],
  [
    'There is no HTTP API named "{0}". Add it with its key: purser provider add {1} --kind http --base-url URL',
    '没有名为“{0}”的 HTTP API。请连同密钥一起添加：`purser provider add {1} --kind http --base-url URL`',
  ],
  ['The value of {0} for {1} is missing.', '{1} 缺少 {0} 的值。'],
  ['{0} has no secret named {1}.', '{0} 没有名为 {1} 的密钥。'],
  [
    'A browser may not say which command runs on this machine. Add this server in the app, or in a terminal: ' +
      'purser mcp add NAME -- COMMAND',
    '浏览器不能指定在本机运行的命令。请在应用中添加该服务器，或在终端中运行：`purser mcp add NAME -- COMMAND`',
  ],
  [
    'Everything here is simulated. Add servers in the real Purser.',
    '这里的一切都是模拟的。请在真实的 Purser 中添加服务器。',
  ],
  [
    'The MCP server {0} could not be started: there is no command "{1}", or its folder is gone.',
    'MCP 服务器 {0} 无法启动：没有命令“{1}”，或其文件夹已不存在。',
  ],
  ['The MCP server {0} could not be started: "{1}" may not be run.', 'MCP 服务器 {0} 无法启动：没有权限运行“{1}”。'],
  ['The MCP server {0} could not be started ({1}).', 'MCP 服务器 {0} 无法启动（{1}）。'],
  ['The MCP server {0} ended with code {1}.', 'MCP 服务器 {0} 以代码 {1} 退出。'],
  ['The MCP server {0} was ended by {1}.', 'MCP 服务器 {0} 被 {1} 终止。'],
  ['The MCP server {0} is not running.', 'MCP 服务器 {0} 没有运行。'],
  ['The MCP server {0} sent something that is no message of the protocol.', 'MCP 服务器 {0} 发送了不符合协议的内容。'],
  ['The MCP server {0} has closed the connection.', 'MCP 服务器 {0} 已关闭连接。'],
  ['The MCP server {0} does not answer.', 'MCP 服务器 {0} 没有应答。'],
  ['it did not answer within {0}.', '在 {0} 内没有应答。'],
  ['The MCP server {0} cannot be reached: {1}.', '无法连接 MCP 服务器 {0}：{1}。'],
  [
    'The MCP server {0} cannot be reached, through the proxy at {1} ({2}): {3}.',
    '经由代理 {1}（{2}）无法连接 MCP 服务器 {0}：{3}。',
  ],
  ['for a reason that it does not say', '原因未说明'],
  [
    'The MCP server {0} was stopped because it failed {1} times in a row: {2} When that is mended: purser mcp ' +
      'restart {3}',
    'MCP 服务器 {0} 连续失败 {1} 次，已停止：{2}问题解决后：`purser mcp restart {3}`',
  ],
  ['it does not start.', '它无法启动。'],
  ['The MCP server {0} wants you to log in: purser mcp login {1}', 'MCP 服务器 {0} 要求登录：`purser mcp login {1}`'],
  ['The login at {0} failed: {1}', '在 {0} 登录失败：{1}'],
  ['Nobody came back from the login.', '没有收到登录结果。'],
  ['no reason given', '未说明原因'],
  ['The server answered with something that is no result.', '服务器返回的内容不是结果。'],
  ['The provider {0} was removed, and its API with it.', '提供商 {0} 已移除，其 API 也随之移除。'],
  ['It answered with more than {0} MiB. Ask it for less.', '返回内容超过 {0} MiB。请减少请求的内容。'],
  ['The description is nested too deep to be read.', '描述嵌套过深，无法读取。'],
  ['This is no OpenAPI description: it is not an object.', '这不是 OpenAPI 描述：它不是对象。'],
  ['The description has no "paths": there is nothing to call.', '描述中没有“paths”：没有可调用的内容。'],
  ['The description is empty.', '描述为空。'],
  ['The description is longer than {0} MB.', '描述超过 {0} MB。'],
  ['The description is not legal {0}: {1}', '描述不是有效的 {0}：{1}'],
  [
    'A description in YAML may have {0} MB. Give Purser this one as JSON.',
    'YAML 格式的描述最大 {0} MB。请以 JSON 格式提供。',
  ],
  ['The description cannot be read: {0}', '无法读取描述：{0}'],
  [
    'This is a Swagger 2.0 description. Convert it to OpenAPI 3 first, for example with "{0}" or at {1}.',
    '这是 Swagger 2.0 描述。请先转换为 OpenAPI 3，例如用“{0}”或在 {1}。',
  ],
  ['This is no OpenAPI description: it has no field "openapi".', '这不是 OpenAPI 描述：没有字段“openapi”。'],
  ['OpenAPI {0} is not one that Purser reads: 3.0 and 3.1 are.', 'Purser 不支持 OpenAPI {0}，仅支持 3.0 和 3.1。'],
  ['The description is nested more than {0} deep.', '描述嵌套超过 {0} 层。'],
  ['The description has more than {0} parts.', '描述超过 {0} 个部分。'],
  [
    'The description refers to another file, {0}. Purser fetches none: bundle them into one file first, for ' +
      'example with "{1}".',
    '描述引用了另一个文件 {0}。Purser 不会获取其他文件：请先合并为一个文件，例如用“{1}”。',
  ],
  ['Its body is {0}: Purser writes JSON, forms and plain text.', '其请求体为 {0}：Purser 只支持 JSON、表单和纯文本。'],
  ['Its path does not begin with "/".', '其路径不以“/”开头。'],
  ['Its path has a letter that does not belong into one.', '其路径含有不合法的字符。'],
  ['Its path climbs.', '其路径向上越级。'],
  ['Its path is too long.', '其路径过长。'],
  ['It has a server of its own, {0}.', '它有自己的服务器：{0}。'],
  ['without an address', '没有地址'],
  ['Its path names "{0}", which no parameter describes.', '其路径中的“{0}”没有对应的参数说明。'],
  ['Its arguments take more than {0} letters to describe.', '其参数说明超过 {0} 个字符。'],
  ['did not answer or is locked', '没有应答或已锁定'],
  ['did not return what was written to it', '没有返回写入的内容'],
  [
    'did not answer within {0} seconds (it may be locked, with its password prompt still open)',
    '未在 {0} 秒内应答（可能已锁定，密码提示仍未关闭）',
  ],
  ['That passphrase is too easy to guess.', '这个口令太容易猜到。'],
  [
    'Four or five words that have nothing to do with each other make a good one.',
    '用四五个互不相关的词就能组成好口令。',
  ],
  [
    'The passphrase does not open the vault {0}. Try again; nothing was changed.',
    '这个口令无法打开保险库 {0}。请重试；没有更改任何内容。',
  ],
  [
    'The passphrase of the vault is empty. Give one that is hard to guess.',
    '保险库的口令为空。请输入一个不易猜到的口令。',
  ],
  [
    'The vault {0} is missing. Put it back from a backup, or restart Purser to begin a new one.',
    '保险库 {0} 不见了。请从备份中恢复，或重启 Purser 以新建一个。',
  ],
  [
    'The vault {0} was written by a newer Purser. Update Purser to open it.',
    '保险库 {0} 由更新版本的 Purser 写入。请更新 Purser 后再打开。',
  ],
  [
    'The vault {0} is damaged or is not a Purser vault, and was left as it is. Restore it from a backup, or move ' +
      'it away to begin a new one and add your provider keys again.',
    '保险库 {0} 已损坏或不是 Purser 保险库，未作任何改动。请从备份中恢复，或把它移走后新建一个，再重新添加提供商密钥。',
  ],
  [
    'Port {0} on {1} is taken by another program. Stop it, or choose another with --port; tools that were ' +
      'connected must then be connected again.',
    '{1} 的端口 {0} 已被其他程序占用。请停止该程序，或用 --port 选择其他端口；已连接的工具届时需要重新连接。',
  ],
  [
    'This data folder was written by a newer Purser (ledger version {0}; this one knows {1}). Update Purser, or ' +
      'choose another folder with --data-dir.',
    '这个数据文件夹由更新版本的 Purser 写入（账本版本 {0}，当前版本支持 {1}）。请更新 Purser，或用 --data-dir 选择其他文件夹。',
  ],
  [
    'On Linux it needs a running and unlocked secret service: install gnome-keyring or KWallet and start Purser ' +
      'from your desktop session, where DBUS_SESSION_BUS_ADDRESS is set.',
    '在 Linux 上需要正在运行且已解锁的 Secret Service：请安装 gnome-keyring 或 KWallet，并从设置了 DBUS_SESSION_BUS_ADDRESS 的桌面会话启动 Purser。',
  ],
  [
    'is behind a session bus (D-Bus) that takes connections but does not answer',
    '位于接受连接但不应答的会话总线（D-Bus）之后',
  ],
  ['has no library for this system ({0})', '没有适用于这个系统的库（{0}）'],
  [
    'The OS keychain {0}, and Purser never keeps provider keys unencrypted instead.',
    '系统钥匙串{0}，而 Purser 绝不会以未加密形式保存提供商密钥。',
  ],
];
