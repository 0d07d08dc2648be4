import { numberText } from '../../../state/time-and-money/number-text.ts';
import type { Strings } from '../../say.ts';
import { count } from '../count.ts';

/** Everything that can be set, facts about this Purser, and the browsers that see it. */
export const settings: Strings['settings'] = {
  appearance: '外观和格式',
  theme: '主题',
  themeHint: '桌面窗口和所有浏览器中都相同。',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  language: '语言',
  languages: { system: '与系统相同', en: 'English', de: 'Deutsch', zh: '简体中文' },
  clock: '时间格式',
  clocks: { region: '跟随地区', h12: '12 小时制', h24: '24 小时制' },
  money: '金额格式',
  moneyFormats: {
    region: '跟随地区',
    point: '$1,234.50',
    comma: '1.234,50 $',
    space: '1 234,50 $',
  },
  weekStart: '每周的第一天',
  weekStartHint: '每周的限额和图表从这一天开始，Purser 下次启动后生效。',
  weekStarts: { monday: '周一', sunday: '周日', saturday: '周六' },

  notifications: {
    title: '通知',
    switch: { on: '开', off: '关' },
    desktopOnly: '桌面应用会以系统通知的形式显示。在浏览器中只显示在页面上。',
    topicsTitle: '通知内容',
    topicsHint: '无论如何选择，所有内容都会显示在页面上并记入审计日志。',
    topics: {
      caps: '限额即将用完',
      approvals: '有请求等待我答复',
      brakes: '智能体可能失控',
      prices: '价格变动',
      providers: '账单疑似有误，以及关于提供商的疑问',
      rotation: '子密钥已轮换或待轮换',
    },
    levels: '限额用到以下比例时警告',
    levelsHint: '每个比例在限额的每个时间窗口内只提醒一次。',
    percent: (share) => `${numberText(share)}%`,
    quiet: '免打扰时段',
    quietHint: (timeZone) =>
      `在此时段内不弹出通知。时间以 ${timeZone} 时区为准；结束时间早于开始时间时，表示到次日结束。`,
    quietSwitch: '开启免打扰',
    quietEnds: { from: '从', to: '到' },
    test: '测试',
    testHint: '如果没有弹出通知，请检查系统的通知设置。',
    sendTest: '发送测试通知',
  },

  newKeys: {
    title: '新智能体和工具',
    caps: '初始限额',
    capsHint: '签发子密钥时表单中的初始值，每次都可以修改。',
    save: '保存限额',
    preset: '连接工具时的预设',
    presetHint: '连接工具时默认选中。“谨慎”最严格。',
  },

  gateway: '本网关',
  address: '地址',
  addressHint: '工具将请求发送到这里。它只响应本机的请求。',
  copyAddress: '复制地址',
  port: '端口',
  portHint: 'Purser 以新端口启动时，会把已连接的工具改为使用新端口。',
  savePort: '保存端口',
  notAPort: '请输入 1024 到 65535 之间的端口。',
  portWaits: (port) => `Purser 下次启动时将使用端口 ${port}，在此之前保持不变。`,
  portFollowers: (tools) => `以下工具会随之更改，届时需要重启：${tools.join('、')}。`,
  restartNow: '立即重启网关',
  startAtLogin: '登录时启动',
  startAtLoginHint: '登录系统时，Purser 自动启动并驻留在托盘中。',
  timeZone: '时区',
  timeZoneHint: '限额和图表中的日、周、月都从该时区的零点开始。这是本机的时区。',
  keysIn: '提供商密钥的保存位置',
  keysInHint: '在 Purser 启动时选定，参见 `purser serve --secrets`。任何工具和窗口都拿不到密钥。',
  keysInDesktopHint: '任何工具和窗口都拿不到密钥。',
  stores: {
    keychain: '本机的系统密钥库',
    vault: '用口令加密的保险库文件',
    memory: '仅内存：Purser 退出后即丢失',
  },
  dataFolder: '数据文件夹',
  dataFolderHint: '存放账本、策略和审计日志。只有使用加密保险库时，提供商密钥才会存放在这里。',
  copyDataFolder: '复制数据文件夹路径',

  history: {
    title: '历史和备份',
    keep: '保留请求明细',
    keepHint: '更早的请求及其记录的内容会被删除。图表、合计、限额和审计日志会保留。',
    forEver: '永久',
    days: (days) => count(days, '天'),
    delete: '删除全部历史',
    deleteHint: '包括所有请求、所有记录的内容，以及本月之前的图表。',
    deleteAll: '删除全部历史',
    question: '删除全部历史？',
    whatGoes: '将删除所有请求明细、所有记录的提示词和回复，以及本月之前的全部图表。此操作无法撤销。',
    whatStays:
      '每个子密钥的累计花费会保留，因此限额不会重新开始计算。智能体、子密钥、限额、规则、' +
      '提供商密钥和审计日志也会保留。',
    deleted: (requests) => `历史已删除：${count(requests, '个请求')}。`,
    backup: '备份',
    backupHint:
      '一个文件包含除提供商密钥以外的全部内容：请求、智能体、子密钥、限额、设置和审计日志。' +
      '恢复备份前请先停止 Purser。',
    backupCommand: 'purser backup purser-backup.sqlite',
    restoreCommand: 'purser restore purser-backup.sqlite',
    copyBackup: '复制备份命令',
    copyRestore: '复制恢复命令',
  },

  about: {
    title: '关于 Purser',
    version: '版本',
    versionAndProcess: (version, pid) => `${version}，进程 ${pid}`,
    updates: '更新',
    updatesHint: '请在项目的发布页面查看新版本，直接覆盖安装即可，你的数据会保留。',
    nothingPhonesHome: 'Purser 不会检查更新，也不会向任何地方发送关于你的信息。',
    licence: '许可证',
    licenceHint: 'Purser 是采用 MIT 许可证的自由软件，并包含第三方组件。',
    showLicences: '查看许可证',
    licences: 'Purser 所含组件的许可证',
    noLicences: '此构建版本中缺少许可证文件。可在源代码的各软件包目录中找到。',
  },

  browsers: {
    title: '已登录的浏览器',
    hint: '每个浏览器都通过各自的一次性链接登录。运行 `purser open` 可生成新链接。',
    current: '当前浏览器',
    /** @param begun a moment @param used `3 分钟前` @param ends a moment */
    life: (begun, used, ends) => `登录于 ${begun}，最近使用：${used}。若之后不再使用，将于 ${ends} 自动退出登录。`,
    logOut: '退出登录',
    logOutHere: '在此浏览器中退出登录',
    logOutOther: (browser) => `让 ${browser} 退出登录`,
  },
};
