/** OpenSearch: POST /{alias}/_search. The best wording of an entry counts, then its keywords and
 * answer, in the shares of our own ranking; ties fall in author order. */

import { CATEGORY_STEPS, PRIORITY_UNIT } from '../search/constants.js'
import { CLOSE, OPEN } from './marks.js'

/** @type {import('./index.js').Adapter} */
export function opensearch({ url, index }, query, { limit, sku, platform, categories, lang }) {
  const shown = lang === 'en' ? ['question_en', 'question'] : ['question']
  /** @param {string} field @param {number} [boost] */
  const match = (field, boost = 1) => ({ match: { [field]: { query, boost } } })
  const wordings = { nested: { path: 'wordings', score_mode: 'max', query: match('wordings.text') } }
  const said = {
    bool: {
      should: [{ dis_max: { queries: [wordings, match('keywords', 0.75)] } }, match('answer', 0.4)],
      minimum_should_match: 1,
      filter: [...holds('products', sku), ...holds('platforms', platform)],
    },
  }
  const here = categories.length
    ? [{ filter: { terms: { category: categories } }, weight: 1 + CATEGORY_STEPS / PRIORITY_UNIT }] : []
  const lifts = [{ field_value_factor: { field: 'lift' } }, ...here]
  const marked = { number_of_fragments: 0, pre_tags: [OPEN], post_tags: [CLOSE] }
  return {
    url: `${url}/${index}/_search`,
    body: {
      size: limit,
      query: { function_score: { query: said, functions: lifts, boost_mode: 'multiply' } },
      sort: ['_score', { order: 'asc' }],
      _source: ['question', 'question_en', 'wordings', 'excluded'],
      highlight: {
        fields: Object.fromEntries(shown.map((name) => [name, { ...marked, highlight_query: match(name) }])),
      },
    },
    read: ({ hits }) => hits.hits.map((/** @type {any} */ { _id, _score, _source, highlight }) => ({
      id: _id,
      texts: _source.wordings.map((/** @type {{text: string}} */ { text }) => text),
      marked: shown.map((name) => highlight?.[name]?.[0] || _source[name]).filter(Boolean)[0],
      score: Math.round(_score * 1e3),
      excluded: _source.excluded,
    })),
  }
}

/** Entries that say nothing of it hold for all. @param {string} field @param {string | null} [value] */
function holds(field, value) {
  if (!value) return []
  return [{
    bool: {
      should: [{ term: { [field]: value } }, { bool: { must_not: { exists: { field } } } }],
      minimum_should_match: 1,
    },
  }]
}
