/** The syllables of pinyin, by spec/search-index.md section 2; twin of dianzhi/text/syllables.py. */

export const INITIALS = ' b p m f d t n l g k h j q x zh ch sh r z c s y w'.split(' ')
export const FINALS = (
  'a o e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing iong ' +
  'u ua uo uai ui uan un uang ue v ve er'
).split(' ')

/** @param {string} letters */
export function isSyllable(letters) {
  return INITIALS.some((initial) => letters.startsWith(initial) && FINALS.indexOf(letters.slice(initial.length)) >= 0)
}
