/** Settings of the MiniSearch page, for building the index and for reading it: pairs of characters. */

/** @param {string} text @returns {string[]} Latin words and numbers whole, Chinese in overlapping pairs. */
function tokenize(text) {
  return (text.match(/\p{sc=Han}+|[\p{L}\p{N}]+/gu) ?? []).flatMap((run) =>
    /\p{sc=Han}/u.test(run) && run.length > 1
      ? Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))
      : [run])
}

export const OPTIONS = {
  fields: ['question', 'similar', 'answer'],
  storeFields: ['question'],
  tokenize,
  searchOptions: { boost: { question: 3, similar: 2 }, prefix: true },
}
