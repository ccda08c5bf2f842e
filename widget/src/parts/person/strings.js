/** What stands around reaching a person. Chinese is complete; English follows its keys. */

const zh = {
  title: '联系人工客服',
  back: '现在发的消息，客服上班后才能看到。',
  summary: '给客服的说明',
  hint: '可以修改。发给客服，就不用从头再说一遍。',
  placeholder: '想问什么、遇到了什么情况，写在这里',
  copy: '复制说明',
  copied: '已复制，可以去粘贴了。',
  copyYourself: '没能自动复制，文字已选中，请手动复制。',
  empty: '先写一句想问的，再复制或提交。',
  ways: '联系方式',
  none: '请在您下单的平台，打开订单详情，联系店铺客服。',
  /** How to reach someone where the shop gave no address. */
  paths: {
    'in-app': '打开商品页或订单详情页，点“客服”，把上面的说明粘贴进去。',
    qianniu: '打开商品页或订单详情页，点“客服”，把上面的说明粘贴进去。',
    wecom: '在企业微信或微信里找到我们，把上面的说明粘贴进去。',
    phone: '请拨打上面的号码。',
    mail: '请写信到上面的地址。',
  },
  asked: '想问：',
  product: '商品：',
  batch: '批号：',
  semicolon: '；',
  /** @param {string} shop */
  mail: (shop) => `咨询${shop && ` · ${shop}`}`,
  stays: '说明只在本页，您自己发出之前什么都不会发送。',
  scene: '微信客服的链接会带上商品、批号和问题的编号，不带您写的字。',
  sends: '提交给店铺时，会一起发送商品、批号和看过的问题编号。',
  post: '提交给店铺',
  posting: '正在提交…',
  posted: '已提交',
  received: '店铺已经收到。',
  again: '再次提交',
  failures: {
    slow: '等了十秒没有回应。您写的都还在，可以再次提交。',
    offline: '网络好像断开了。您写的都还在，连上后再次提交。',
    unreachable: '没能连上店铺。您写的都还在，可以再次提交。',
    refused: '店铺没有收下。您写的都还在，可以再次提交，或换一种方式联系。',
  },
}

/** @type {typeof zh} */
const en = {
  title: 'Talk to a person',
  back: 'A message sent now will be read when they are back.',
  summary: 'A note for them',
  hint: 'Change it as you like. With it you need not start from the beginning.',
  placeholder: 'What would you like to ask, and what happened?',
  copy: 'Copy the note',
  copied: 'Copied, ready to paste.',
  copyYourself: 'Could not copy: the text is selected, please copy it yourself.',
  empty: 'Write a line first, then copy or send it.',
  ways: 'Ways to reach us',
  none: 'Please open your order where you bought it, and contact the shop from there.',
  paths: {
    'in-app': 'Open the product or your order in the app, tap “客服”, and paste the note.',
    qianniu: 'Open the product or your order in the app, tap “客服”, and paste the note.',
    wecom: 'Find us in WeChat, and paste the note.',
    phone: 'Please call the number above.',
    mail: 'Please write to the address above.',
  },
  asked: 'I asked: ',
  product: 'Product: ',
  batch: 'Batch: ',
  semicolon: '; ',
  mail: (shop) => `Question${shop && ` for ${shop}`}`,
  stays: 'The note stays on this page; nothing is sent until you send it yourself.',
  scene: 'The WeChat link carries the codes of product, batch and question, not what you wrote.',
  sends: ' Sending it to the shop includes product, batch and the codes of questions you read.',
  post: 'Send to the shop',
  posting: 'Sending…',
  posted: 'Sent',
  received: 'The shop has received it.',
  again: 'Send again',
  failures: {
    slow: 'No reply after ten seconds. Your text is still here; please send it again.',
    offline: 'You seem to be offline. Your text is still here; connect, then send it again.',
    unreachable: 'The shop could not be reached. Your text is still here; please send it again.',
    refused: 'The shop did not take it. Your text is still here; send again, or choose another way.',
  },
}

/** @type {Record<import('../../types.js').Lang, typeof zh>} */
export const STRINGS = { zh, en }
