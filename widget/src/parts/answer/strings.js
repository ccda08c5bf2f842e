/** What stands around an answer. Chinese is complete; English follows its keys. */

const zh = {
  /** @param {string} date */
  updated: (date) => `更新于 ${date}`,
  /** @param {string} date */
  until: (date) => `有效至 ${date}`,
  expired: '这条内容已过有效期，不再显示。最新说法以店铺公告为准。',
  unknown: '没有这条内容，可能已经停用。',
  related: '相关问题',
  onPackage: '（以包装标注为准）',
  computed: '（推算，以包装为准）',
  whichProduct: '您问的是哪件商品？',
  whichHint: '不同商品的答案不一样，选好后就能看到。',
  changeProduct: '换一件',
  wasUseful: '这条有用吗？',
  useful: '有用',
  useless: '没用',
  thanks: '谢谢您的反馈。',
  why: '哪里不合适？',
  reasons: { unclear: '没看懂', other: '不是我要问的', wrong: '和实际不一样' },
  link: '这条回答的链接',
  copyLink: '复制链接',
  copied: '已复制',
  copyYourself: '没能自动复制，链接已选中，请手动复制。',
  checkBatch: '查我这批的日期',
}

/** @type {typeof zh} */
const en = {
  updated: (date) => `Updated ${date}`,
  until: (date) => `Valid until ${date}`,
  expired: 'This answer has expired and is no longer shown. Please see the shop’s own notice.',
  unknown: 'This answer does not exist; it may have been withdrawn.',
  related: 'Related questions',
  onPackage: '(see the package)',
  computed: ' (computed; the package decides)',
  whichProduct: 'Which product do you mean?',
  whichHint: 'The answer differs by product.',
  changeProduct: 'Change',
  wasUseful: 'Was this helpful?',
  useful: 'Yes',
  useless: 'No',
  thanks: 'Thank you.',
  why: 'What is wrong with it?',
  reasons: { unclear: 'Unclear', other: 'Not my question', wrong: 'Does not match' },
  link: 'Link to this answer',
  copyLink: 'Copy link',
  copied: 'Copied',
  copyYourself: 'Could not copy: the link is selected, please copy it yourself.',
  checkBatch: 'Check the dates of my batch',
}

/** @type {Record<import('../../types.js').Lang, typeof zh>} */
export const STRINGS = { zh, en }
