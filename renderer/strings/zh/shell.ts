import type { Strings } from '../say.ts';

/** The frame around every page. */
export const shell: Strings['shell'] = {
  pages: {
    overview: '概览',
    costs: '费用',
    agents: '智能体',
    requests: '请求',
    keys: '密钥',
    connections: '连接',
    mcp: 'MCP',
    audit: '审计',
    settings: '设置',
  },
  pageList: '页面',
  skip: '跳到页面内容',
  search: '搜索',
  searchHint: (shortcut) => `跳转页面或执行操作（${shortcut}）`,
  link: { connecting: '连接中', live: '实时', lost: '重新连接中', 'signed-out': '已退出登录' },
  gatewaySilent: '网关没有响应，正在重新连接…',
  lastHeard: '下面的数字可能不是最新的。',
  host: {
    waitingForPassphrase: '等待你输入口令。',
    starting: '网关正在启动…',
    stopping: '网关正在等待进行中的请求结束…',
    titles: {
      restart: '网关已停止运行',
      passphrase: '保险库已锁定',
      'place-for-keys': 'Purser 没有安全的地方存放你的提供商密钥',
    },
    places:
      '请解锁或启动系统密钥库后重试，或另选存放位置。保险库是一个用口令打开的加密文件，每次启动都需要输入口令；' +
      '如果存放在内存中，退出后密钥就会丢失。Purser 会记住你的选择，直到你在菜单中重新选择系统密钥库。',
    answers: {
      restart: '重新启动',
      passphrase: '输入口令',
      'place-for-keys': '重试系统密钥库',
    },
    inVault: '使用加密保险库',
    inMemory: '只保存在内存中',
  },
  notYetStored:
    '你停止的内容仍保持停止，但账本目前无法写入，这一状态尚未保存到磁盘。请清理磁盘空间或检查数据文件夹，' +
    'Purser 会尽快保存；如果 Purser 在此之前退出，停止状态就会丢失。',
  everythingIsPaused: '已全部暂停。恢复之前，所有请求都会被拒绝。',
  pauseEverything: '全部暂停',
  resumeEverything: '全部恢复',
  pausedEverything: '已全部暂停，进行中的请求已中断。',
  resumedEverything: '已全部恢复，智能体可以继续使用。',
  revokeEverything: '全部吊销',
  revokeEverythingHint: '永久吊销所有子密钥，并中断所有进行中的请求。执行前会先确认。',
  issueSubKey: '签发子密钥',
};
