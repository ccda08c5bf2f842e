/** The demo's product switcher: the address says which product, page and popup follow. */

/**
 * @typedef {object} Shown
 * @property {string} kind
 * @property {string} name
 * @property {string} lead
 * @property {[string, string][]} facts
 */
/** @type {Record<string, Shown>} */
const PRODUCTS = {
  'amino-cleanser': {
    kind: '洁面',
    name: '氨基酸洁面乳',
    lead: '早晚各一次，温和洁面。',
    facts: [
      ['净含量', '100 g'],
      ['适用肤质', '中性、混合性、油性；干性秋冬建议一天一次'],
      ['保存', '置于阴凉干燥处，避免阳光直射'],
    ],
  },
  'hya-serum': {
    kind: '精华',
    name: '玻尿酸保湿精华',
    lead: '洁面之后两三滴，轻轻按开。',
    facts: [
      ['净含量', '30 ml'],
      ['适用肤质', '各种肤质；敏感期先做耳后测试'],
      ['保存', '置于阴凉处，用后拧紧瓶盖'],
    ],
  },
  'nut-mix': {
    kind: '零食',
    name: '每日坚果',
    lead: '一天一小袋，撕开当天吃完。',
    facts: [
      ['净含量', '25 g × 30 袋'],
      ['过敏原', '含坚果；同一生产线也加工花生、芝麻和乳制品'],
      ['保存', '阴凉干燥处，小袋撕开后当天吃完'],
    ],
  },
}

/** @param {string} tag @param {string} text */
function element(tag, text) {
  const made = document.createElement(tag)
  made.textContent = text
  return made
}

/** @param {[string, string]} fact */
function factRow([label, value]) {
  const row = document.createElement('div')
  row.append(element('dt', label), element('dd', value))
  return row
}

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id))

/** @param {string} sku @param {Shown} product */
function show(sku, product) {
  for (const field of /** @type {const} */ (['kind', 'name', 'lead'])) byId(field).textContent = product[field]
  byId('facts').replaceChildren(...product.facts.map(factRow))
  const picture = /** @type {HTMLImageElement} */ (byId('picture'))
  picture.src = `${sku}.svg`
  picture.alt = `${product.name}的示意图`
  document.title = `${product.name} · 屿光（演示）`
  for (const link of document.querySelectorAll('.switch a')) {
    link.ariaCurrent = link.getAttribute('href') === `?sku=${sku}` ? 'page' : null
  }
}

const query = new URLSearchParams(location.search)
const sku = query.get('sku') ?? ''
// The stub keeps calls made before faq.js has come.
const page = /** @type {any} */ (window)
page.dianzhi ??= Object.assign((/** @type {unknown[]} */ ...call) => page.dianzhi.q.push(call), { q: [] })
if (Object.hasOwn(PRODUCTS, sku)) {
  show(sku, PRODUCTS[sku])
  page.dianzhi('setContext', { sku })
}
if (query.has('batch')) page.dianzhi('setContext', { batch: query.get('batch') ?? '' })
