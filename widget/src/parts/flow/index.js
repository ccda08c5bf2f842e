/** A scenario dialogue, such as 催发货: step by step to an answer or to a person. */

import { el } from '../../panel/kit.js'
import { Dialogue } from './dialogue.js'
import { STRINGS } from './strings.js'

export { default as css } from './flow.css'

/**
 * @param {import('../../panel/app.js').App} app
 * @param {import('./dialogue.js').FlowPlace} place The one on the trail.
 * @returns {Promise<import('../../panel/views/parts.js').Drawn>}
 */
export async function view(app, place) {
  const flow = await app.content.flow(place.id)
  if (!flow) return { nodes: [el('p', { className: 'notice', role: 'status' }, STRINGS[app.lang].gone)] }
  const dialogue = new Dialogue(app, place, flow)
  return { nodes: [dialogue.element], focus: dialogue.said, back: () => dialogue.back() }
}
