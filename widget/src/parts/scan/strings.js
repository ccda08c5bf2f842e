/** The words beside the camera's picture. Chinese is complete; English follows its keys. */

const zh = {
  title: '扫包装上的码',
  picture: '相机画面',
  hint: '把二维码或条码放进画面里，拿稳一点。画面只在这台设备上识别，不保存，也不上传。',
  stop: '不扫了',
  back: '返回输入',
  noCamera: '没有打开相机，可能是没有允许使用，或者这台设备没有相机。直接输入批号或生产日期也一样能查。',
}

/** @type {typeof zh} */
const en = {
  title: 'Scan the code on the package',
  picture: 'Picture of the camera',
  hint: 'Hold the code steadily into the picture. It is read on this device, neither kept nor sent.',
  stop: 'Stop scanning',
  back: 'Type it instead',
  noCamera: 'The camera did not open: perhaps it was not allowed, or there is none. Typing the batch number or production date works as well.',
}

/** @type {Record<import('../../types.js').Lang, typeof zh>} */
export const STRINGS = { zh, en }
