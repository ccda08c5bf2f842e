/** The words of a look-up. Chinese is complete; English follows its keys. */

const zh = {
  title: '查这一批的日期',
  label: '批号或生产日期',
  look: '查询',
  scan: '扫包装上的码',
  where: '批号多印在瓶底、管尾、盒底或封口处，常和日期在一起。没有批号，输入生产日期也能推算。',
  privacy: '输入的内容留在这个页面里，不会发送出去。',
  number: '批号',
  /** @param {number} days */
  left: (days) => `还有 ${days} 天`,
  lastDay: '今天到期',
  /** @param {number} days */
  past: (days) => `已过期 ${days} 天`,
  /** @param {number} days */
  pastComputed: (days) => `按推算已过 ${days} 天`,
  unknown: '以包装标注为准',
  soon: '离到期不远了，建议先用这一件。',
  lastDayHint: '今天还在有效期内，过了今天就不建议再用了。',
  pastHint: '请先停用，再看一眼包装上印的日期，以包装为准。包装上也过了，请联系客服处理。',
  unknownHint: '店铺没有登记这件商品的保质期。',
  /** @param {string} date */
  listed: (date) => `店铺登记的是 ${date}，和您包装上的不一样。请以包装为准，也可以请客服核对。`,
  other: '这个批号不是当前页面上的商品。',
  expires: '有效期至',
  produced: '生产日期',
  printed: '包装上印的日期',
  computed: '推算，以包装为准',
  opened: '开封以后',
  /** @param {number} months */
  openedFor: (months) => `${months} 个月内用完，也不要晚于有效期`,
  /** @param {string} date */
  openedToday: (date) => `。今天打开的话，最晚用到 ${date}`,
  storage: '怎么保存',
  change: '换一件',
  which: '是哪一件商品？',
  whichHint: '请选您手上的那一件，不同商品的日期不一样。',
  /** @param {string} typed */
  nothing: (typed) => `没有查到 ${typed}`,
  nothingHint: '店铺的批次表里没有这个写法：可能看错了一位，也可能这一批还没有登记。',
  similar: '您是不是想查',
  tip: '对照包装再看一遍：0/O、1/I、2/Z、5/S、8/B 很像。',
  /** @param {string} date */
  impossible: (date) => `日历上没有 ${date} 这一天`,
  /** @param {string} date */
  future: (date) => `${date} 还没有到`,
  dateHint: '请对照包装再看一遍，按年、月、日的顺序写，如 2026-03-01。',
  barcode: '这是商品条码',
  barcodeHint: '从条码看不出是哪一批，请输入批号或生产日期。',
  person: '问客服',
}

/** @param {number} count */
const days = (count) => (count === 1 ? '1 day' : `${count} days`)

/** @type {typeof zh} */
const en = {
  title: 'Check the dates of a batch',
  label: 'Batch number or production date',
  look: 'Look up',
  scan: 'Scan the code on the package',
  where: 'The number is usually at the bottom of the bottle, tube or box, beside a date. A production date works as well.',
  privacy: 'What you type stays in this page and is not sent.',
  number: 'Batch',
  left: (count) => `${days(count)} left`,
  lastDay: 'Last day today',
  past: (count) => `Expired ${days(count)} ago`,
  pastComputed: (count) => `${days(count)} past, by our count`,
  unknown: 'See the package',
  soon: 'It ends soon: better use this one first.',
  lastDayHint: 'Today still counts; from tomorrow on better not use it.',
  pastHint: 'Stop using it and look at the date printed on the package. If that has passed too, please contact us.',
  unknownHint: 'The shop states no shelf life for this product.',
  listed: (date) => `The shop’s list says ${date}, unlike your package. The package decides; you may ask us to check.`,
  other: 'This batch is not of the product on this page.',
  expires: 'Valid until',
  produced: 'Produced',
  printed: 'printed on the package',
  computed: 'computed; the package decides',
  opened: 'Once opened',
  openedFor: (months) => `Use within ${months} months, and not beyond the date above`,
  openedToday: (date) => `. Opened today: until ${date} at the latest`,
  storage: 'Storage',
  change: 'Change',
  which: 'Which product is it?',
  whichHint: 'Choose the one in your hand; dates differ by product.',
  nothing: (typed) => `${typed} was not found`,
  nothingHint: 'The shop’s list has no such number: a sign may be misread, or the batch is not listed yet.',
  similar: 'Did you mean',
  tip: 'Compare with the package: 0/O, 1/I, 2/Z, 5/S, 8/B look alike.',
  impossible: (date) => `There is no ${date} in the calendar`,
  future: (date) => `${date} is yet to come`,
  dateHint: 'Compare with the package. Write year, month, day, such as 2026-03-01.',
  barcode: 'This is a product’s barcode',
  barcodeHint: 'It does not tell the batch. Type the batch number or production date.',
  person: 'Ask a person',
}

/** @typedef {typeof zh} Strings */

/** @type {Record<import('../../types.js').Lang, Strings>} */
export const STRINGS = { zh, en }
