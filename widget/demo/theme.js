/** The theming page: what is chosen here is set on the page as custom properties. */

const form = /** @type {HTMLFormElement} */ (document.getElementById('properties'))
const shown = /** @type {HTMLElement} */ (document.getElementById('css'))
const root = document.documentElement

/** What each part's example adds to the style sheet of the page; theme.css holds the same. */
const PARTS = /** @type {Record<string, string>} */ ({
  'square-launcher': 'dianzhi-faq::part(launcher) {\n  border-radius: 6px;\n}',
  'framed-panel': 'dianzhi-faq::part(panel) {\n  border: 3px solid;\n}',
})

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */
const fields = /** @type {Field[]} */ ([...form.querySelectorAll('[name]')])
const parts = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll('[data-class]')])

/** @param {Field} field */
const initial = (field) => (field instanceof HTMLSelectElement ? field.options[0].value : field.defaultValue)

/** @param {Field} field */
const value = (field) => field.value + (field.dataset.unit ?? '')

function draw() {
  const changed = fields.filter((field) => field.value !== initial(field))
  for (const field of fields) {
    if (changed.includes(field)) root.style.setProperty(field.name, value(field))
    else root.style.removeProperty(field.name)
  }
  for (const { checked, dataset } of parts) root.classList.toggle(dataset.class ?? '', checked)
  shown.textContent = sheet(changed) || '/* 还没有改动 */'
}

/** @param {Field[]} changed */
function sheet(changed) {
  const lines = changed.map((field) => `  ${field.name}: ${value(field)};`)
  const rule = lines.length ? ['dianzhi-faq {', ...lines, '}'].join('\n') : ''
  const chosen = parts.filter(({ checked }) => checked).map(({ dataset }) => PARTS[dataset.class ?? ''])
  return [rule, ...chosen].filter(Boolean).join('\n')
}

form.addEventListener('input', draw)
form.addEventListener('reset', () => setTimeout(draw))
document.getElementById('open')?.addEventListener('click', () => window.dianzhi?.open())
draw()
