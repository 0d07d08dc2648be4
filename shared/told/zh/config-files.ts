import type { ToldEntries } from '../told.ts';

/** What is wrong with a tool's own file. */
export const TOLD_CONFIG_FILES: ToldEntries = [
  [
    '{0} belongs to another user of this machine, so Purser does not write there. Make it yours (chown), or let ' +
      'its owner make the change; Purser changed nothing.',
    '{0} 属于本机的另一个用户，因此 Purser 不会写入。请更改其所有者（chown），或请所有者进行更改；Purser 没有更改任何内容。',
  ],
  ['{0} is not a file, so Purser does not write there.', '{0} 不是文件，因此 Purser 不会写入。'],
  ['{0} cannot be written: {1}. Nothing was changed there.', '无法写入 {0}：{1}。那里没有任何更改。'],
  [
    '{0} is not a config file (it is a folder, a device or too large).',
    '{0} 不是配置文件（它是文件夹、设备，或过大）。',
  ],
  ['it is not UTF-8 text', '它不是 UTF-8 文本'],
  ['{0} cannot be read: {1}.', '无法读取 {0}：{1}。'],
  ['The folder {0} cannot be made: {1}.', '无法创建文件夹 {0}：{1}。'],
  [
    '{0} is a file, and a folder has to be there. Move it away; Purser changed nothing.',
    '{0} 是文件，但那里必须是文件夹。请把它移走；Purser 没有更改任何内容。',
  ],
  [
    '{0} is read-only. Make it writable (chmod u+w), or let whatever manages it make the change; Purser changed ' +
      'nothing.',
    '{0} 是只读的。请设为可写（chmod u+w），或由管理它的程序进行更改；Purser 没有更改任何内容。',
  ],
  [
    '{0} was changed while Purser was about to write it. Nothing was lost; look at the change again and repeat it.',
    'Purser 准备写入时 {0} 发生了变动。没有丢失任何内容；请重新查看更改并重试。',
  ],
  [
    '{0} is a symbolic link that leads in a circle. Point it at a file, or remove it; Purser changed nothing.',
    '{0} 是循环的符号链接。请让它指向文件，或移除它；Purser 没有更改任何内容。',
  ],
  ['its values are nested more than {0} deep, which no config needs', '其中的值嵌套超过 {0} 层，任何配置都不需要'],
  [
    'Purser cannot read this file: something in it is more than its parser takes',
    'Purser 无法读取这个文件：其中有内容超出解析器的承受范围',
  ],
  ['this is not valid {0}', '这不是有效的 {0}'],
  ['the tool that reads this file takes no comments', '读取这个文件的工具不支持注释'],
  ['a comma is missing', '缺少逗号'],
  ['a colon is missing', '缺少冒号'],
  ['a key in double quotes is missing here', '这里缺少双引号中的键'],
  ['a value is missing', '缺少值'],
  ['a closing brace is missing', '缺少右花括号'],
  ['a closing bracket is missing', '缺少右方括号'],
  ['there is more text after the end of the document', '文档结束后还有多余的文本'],
  ['a "{0}" is missing', '缺少“{0}”'],
  ['a key is missing here', '这里缺少键'],
  ['"{0}" is not a value', '“{0}”不是值'],
  [
    'Purser would have to edit the alias *{0} here, and its value is used elsewhere too',
    'Purser 需要在这里修改别名 *{0}，而它的值在别处也有使用',
  ],
  [
    'a second YAML document begins here, and Purser edits a file only where it holds one',
    '这里开始了第二个 YAML 文档，而 Purser 只修改仅含一个文档的文件',
  ],
  ['this key is here a second time', '这个键在这里重复出现'],
];
