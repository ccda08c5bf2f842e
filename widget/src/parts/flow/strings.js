/** What stands around a dialogue. Chinese is complete; English follows its keys. */

const zh = {
  /** @param {string} title */
  log: (title) => `${title}：对话`,
  you: '您：',
  next: '下一步',
  stepBack: '上一步',
  restart: '重新开始',
  skipped: '（没有填）',
  gone: '这个自助流程暂时停用了。可以换个说法搜索，或者联系人工。',
  private: '填的内容只留在这个页面，您发送之前不会传出去。',
  again: '核对过没有错的话，再点一次“下一步”就行。',
  skip: '手边没有也不要紧，再点一次“下一步”先跳过。',
  doubted: '和平常见到的写法不太一样，先照您写的记下了。',
  expected: {
    'order-number': '订单号一般是一长串数字，在订单详情里可以复制。',
    'tracking-number': '快递单号一般是十几位数字，有的前面带字母，在“查看物流”里可以复制。',
    'batch-number': '批号是包装上印的字母和数字，至少三位，照着抄就行。',
    date: '日期请写年、月、日，例如 2026-03-01；“昨天”也可以。',
    email: '邮箱中间要有 @，例如 name@example.com。',
    text: '写几个字就行。',
  },
  /** @param {string} number */
  lookup: (number) => `查 ${number} 的生产日期和到期日`,
  answer: '看答案',
  summary: '给客服的话',
  person: '交给人工客服',
}

/** @type {typeof zh} */
const en = {
  log: (title) => `${title}: dialogue`,
  you: 'You: ',
  next: 'Next',
  stepBack: 'One step back',
  restart: 'Start over',
  skipped: '(not given)',
  gone: 'This guide is not available at the moment. Try other words, or contact a person.',
  private: 'What you type stays on this page until you send it.',
  again: ' If it is correct, press “Next” once more.',
  skip: ' Not at hand? Press “Next” once more to skip it.',
  doubted: 'This looks unusual; we took it as you wrote it.',
  expected: {
    'order-number': 'An order number is a long row of digits; you can copy it from the order.',
    'tracking-number': 'A tracking number has ten digits or more, some with letters in front; copy it from the tracking page.',
    'batch-number': 'The batch number is the letters and digits printed on the package, three at least.',
    date: 'Please give year, month and day, such as 2026-03-01.',
    email: 'An e-mail address has an @ in it, such as name@example.com.',
    text: 'A few words are enough.',
  },
  lookup: (number) => `Look up the dates of ${number}`,
  answer: 'See the answer',
  summary: 'Message for our staff',
  person: 'Hand over to a person',
}

/** @typedef {typeof zh} Strings */

/** @type {Record<import('../../types.js').Lang, Strings>} */
export const STRINGS = { zh, en }
