/** Addresses of a shop's channels as links; only this page's platform is asked, never another. */

/** @typedef {import('../../types.js').Channel} Channel */
/** @typedef {{sku?: string, batch?: string, entry?: string}} Subject What the shopper is about: ids, no words. */

/** Longest `scene_param` that 微信客服 takes, in bytes before it is encoded. */
const SCENE_BYTES = 128
/** Schemes of an app or page to go to; what could run a script is none of them. */
const FORBIDDEN = /^(?:javascript|data|vbscript|blob|file):/i

/**
 * `s=<sku>&b=<batch>&q=<entry or dialogue>`, without what no longer fits, from the end.
 * @param {Subject} subject
 * @returns {string} At most 128 bytes, all ASCII; may be empty.
 */
export function sceneParam({ sku, batch, entry }) {
  let param = ''
  for (const [name, value] of [['s', sku], ['b', batch], ['q', entry]]) {
    const longer = value ? `${param}${param && '&'}${name}=${encodeURIComponent(value)}` : param
    if (longer.length <= SCENE_BYTES) param = longer
  }
  return param
}

/** Only a link minted with a scene takes the parameter, and nothing else of it may change.
 * @param {string} address @param {Subject} subject */
function wecomLink(address, subject) {
  const param = sceneParam(subject)
  if (!param || !/[?&]enc_scene=[^&]/.test(address) || address.includes('scene_param=')) return address
  return `${address}&scene_param=${encodeURIComponent(param)}`
}

/** @param {string} address @param {string} subject @param {string} body */
const mailLink = (address, subject, body) =>
  `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replace(/\n/g, '\r\n'))}`

/**
 * @param {Channel} channel
 * @param {Subject} subject
 * @param {{title: string, summary: string}} words Of the mail.
 * @returns {string | null} Null where the shopper must find the way: no address, or none to follow.
 */
export function channelLink({ kind, address }, subject, { title, summary }) {
  if (!address || FORBIDDEN.test(address.trim())) return null
  if (kind === 'phone') return `tel:${address.replace(/[^\d+]/g, '')}`
  if (kind === 'mail') return mailLink(address, title, summary)
  if (!/^[a-z][a-z\d+.-]*:/i.test(address)) return null
  return kind === 'wecom' ? wecomLink(address, subject) : address
}
