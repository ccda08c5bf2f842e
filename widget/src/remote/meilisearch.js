/** Meilisearch: POST /indexes/{index}/search. Positions of matches count bytes in some versions and
 * characters in others, so the marks are read from the formatted text instead. */

import { CLOSE, OPEN } from './marks.js'

/** @type {import('./index.js').Adapter} */
export function meilisearch({ url, index }, query, { limit, sku, platform, lang }) {
  const shown = lang === 'en' ? ['question_en', 'question'] : ['question']
  const texts = ['question', 'question_en', 'similar', 'similar_en']
  return {
    url: `${url}/indexes/${index}/search`,
    body: {
      q: query,
      limit,
      filter: [...holds('products', sku), ...holds('platforms', platform)],
      attributesToRetrieve: ['id', 'excluded', ...texts],
      attributesToHighlight: shown,
      highlightPreTag: OPEN,
      highlightPostTag: CLOSE,
      matchingStrategy: 'frequency',
      showRankingScore: true,
    },
    read: ({ hits }) => hits.map((/** @type {any} */ hit) => ({
      id: hit.id,
      texts: texts.map((name) => hit[name] || []).reduce((all, some) => all.concat(some), []),
      marked: shown.map((name) => hit._formatted[name]).filter(Boolean)[0],
      score: Math.round(hit._rankingScore * 1e6),
      excluded: hit.excluded,
    })),
  }
}

/** Entries that say nothing of it hold for all. @param {string} field @param {string | null} [value] */
const holds = (field, value) => (value ? [`${field} IS EMPTY OR ${field} = ${JSON.stringify(value)}`] : [])
