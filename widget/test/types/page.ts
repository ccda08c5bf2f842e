/** A page that embeds the popup, as its author would write it; `npm run check` compiles it. */

const stub = Object.assign((...call: [string, ...unknown[]]) => { stub.q.push(call) }, { q: [] as [string, ...unknown[]][] })
window.dianzhi ??= stub as unknown as NonNullable<Window['dianzhi']>
window.dianzhi('show', 'ship-time')

window.dianzhi.setContext({ sku: 'hya-serum', batch: null, lang: 'en', theme: 'dark', position: 'left' })
window.dianzhi.open().then(() => window.dianzhi?.search('多久发货'))
window.dianzhi.on('search', ({ detail }) => { detail.query.trim(); detail.count.toFixed() })
window.dianzhi.on('open', ({ detail }) => { const nothing: null = detail; return nothing })

const element: HTMLElement = document.createElement('dianzhi-faq')
element.addEventListener('dianzhi:rate', ({ detail: { id, useful, reason = 'unclear' } }) => { id.trim(); return useful && reason })
document.addEventListener('dianzhi:handoff', ({ detail }) => { if (detail.channel === 'post') document.title = detail.channel })
window.addEventListener('dianzhi:error', ({ detail: { code, message } }) => { if (code === 'load') message.trim() })

// @ts-expect-error there is no such event
window.dianzhi.on('closed', () => {})
// @ts-expect-error an answer has an id, not a name
document.addEventListener('dianzhi:answer', ({ detail }) => detail.name)
// @ts-expect-error a theme is one of three
window.dianzhi.setContext({ theme: 'blue' })
// @ts-expect-error an id is a string
window.dianzhi.show(7)

export {}
