/** Every word of the panel that is not content. Chinese is complete; English follows its keys. */

const zh = {
  title: '问题咨询',
  close: '关闭',
  back: '返回',
  otherLanguage: 'English',
  searchLabel: '搜索常见问题',
  placeholder: '输入您的问题，如“多久发货”',
  clear: '清空',
  open: '工作时间内',
  closed: '休息中',
  /** @param {string} when @param {string} time */
  resumes: (when, time) => `${when} ${time} 恢复`,
  today: '今天',
  thisMorning: '今早',
  tomorrow: '明天',
  tomorrowMorning: '明早',
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  /** @param {number} month @param {number} day */
  monthDay: (month, day) => `${month}月${day}日`,
  hours: '工作时间',
  closedToday: '今天休息',
  uncertain: '以店铺公告为准',
  recent: '刚才问过',
  recommended: '编辑推荐',
  forThisProduct: '这件商品常看',
  categories: '按类别找',
  selfService: '自助办理',
  more: '更多',
  lookup: '保质期查询',
  /** @param {string} number */
  lookupOf: (number) => `查 ${number} 的保质期`,
  person: '联系人工',
  urgent: '优先处理',
  promises: '服务承诺',
  /** @param {string} date */
  since: (date) => `${date} 起`,
  source: '数据来源：',
  /** @param {number} n */
  found: (n) => `找到 ${n} 条`,
  /** @param {string} text */
  readAs: (text) => `按“${text}”显示：`,
  /** @param {number} n */
  listed: (n) => `共 ${n} 条`,
  otherProduct: '其他商品',
  ofProduct: '商品：',
  andOthers: '等',
  maybe: '没有完全对上的，也许您想问',
  alsoMaybe: '也许还想问',
  nothing: '没有找到',
  nothingHint: '换个说法试试，也可以直接联系人工，或者从下面的类别里找。',
  searching: '正在查找…',
  loading: '正在读取…',
  emptyCategory: '这个类别暂时没有内容。',
  moreBySearch: '这里只列常问的，其他问题请在上面搜索。',
  fallback: '中文',
  tired: '还是没问清楚？',
  retry: '再试一次',
  errors: {
    offline: '网络好像断开了。连上之后，点一下“再试一次”。',
    missing: '有一份内容暂时取不到，可能店铺正在更新。',
    broken: '收到的内容不完整，没有读出来。',
    format: '内容的版本和这个页面对不上。请刷新页面再看。',
    slow: '网络比较慢，等了十秒还没有读完。',
    unreachable: '暂时连不上内容所在的地址。',
    unexpected: '出了点意外，没有显示出来。',
  },
}

/** @type {typeof zh} */
const en = {
  title: 'Help',
  close: 'Close',
  back: 'Back',
  otherLanguage: '中文',
  searchLabel: 'Search questions',
  placeholder: 'Ask about shipping, returns…',
  clear: 'Clear',
  open: 'Within opening hours',
  closed: 'Closed now',
  resumes: (when, time) => `back ${when} at ${time}`,
  today: 'today',
  thisMorning: 'today',
  tomorrow: 'tomorrow',
  tomorrowMorning: 'tomorrow',
  weekdays: ['on Monday', 'on Tuesday', 'on Wednesday', 'on Thursday', 'on Friday', 'on Saturday', 'on Sunday'],
  monthDay: (month, day) => `on ${day}/${month}`,
  hours: 'Hours (Beijing time)',
  closedToday: 'closed today',
  uncertain: 'see the shop’s own notice',
  recent: 'You asked',
  recommended: 'Recommended',
  forThisProduct: 'About this product',
  categories: 'Browse by topic',
  selfService: 'Step by step',
  more: 'More',
  lookup: 'Shelf-life lookup',
  lookupOf: (number) => `Look up ${number}`,
  person: 'Contact a person',
  urgent: 'Handled first',
  promises: 'What we promise',
  since: (date) => `since ${date}`,
  source: 'Source: ',
  readAs: (text) => `Showing “${text}”: `,
  found: (n) => (n === 1 ? '1 answer found' : `${n} answers found`),
  listed: (n) => (n === 1 ? '1 question' : `${n} questions`),
  otherProduct: 'Another product',
  ofProduct: 'For ',
  andOthers: ' and others',
  maybe: 'No exact match. Perhaps you mean',
  alsoMaybe: 'Perhaps also',
  nothing: 'Nothing found',
  nothingHint: 'Try other words, contact a person, or look through the topics below.',
  searching: 'Searching…',
  loading: 'Loading…',
  emptyCategory: 'Nothing here yet.',
  moreBySearch: 'These are the usual ones; search above for any other.',
  fallback: 'Chinese',
  tired: 'Still not clear?',
  retry: 'Try again',
  errors: {
    offline: 'You seem to be offline. Connect, then try again.',
    missing: 'Part of the content is not there; the shop may be updating it.',
    broken: 'The content arrived incomplete and could not be read.',
    format: 'The content is of another version than this page. Please reload the page.',
    slow: 'The network is slow: nothing complete after ten seconds.',
    unreachable: 'The content cannot be reached right now.',
    unexpected: 'Something unexpected happened.',
  },
}

/** @typedef {typeof zh} Strings */
/** @typedef {keyof typeof zh.errors} ErrorCode */

/** @type {Record<import('../types.js').Lang, Strings>} */
export const STRINGS = { zh, en }

/**
 * @param {import('../types.js').Text} text
 * @param {import('../types.js').Lang} lang
 * @returns {{text: string, fallback: boolean}} `fallback`: Chinese where English was asked for.
 */
export function pick(text, lang) {
  const own = typeof text === 'string' ? undefined : text[lang]
  if (own) return { text: own, fallback: false }
  const chinese = typeof text === 'string' ? text : text.zh
  return { text: chinese, fallback: lang === 'en' && /\p{Script=Han}/u.test(chinese) }
}
