/**
 * Text to chunks of folded characters, by spec/search-index.md section 2; twin of
 * dianzhi/text/normalize.py. Explicit tables only: library calls differ between runtimes.
 */

const HAN = [
  [0x4e00, 0x9fff], // first, being nearly all of them
  [0x3005, 0x3007],
  [0x3041, 0x3096],
  [0x30a1, 0x30fc],
  [0x3400, 0x4dbf],
  [0xf900, 0xfaff],
  [0x20000, 0x323af],
]
const INVISIBLE = [
  [0xad, 0xad],
  [0x200b, 0x200f],
  [0x2060, 0x2060],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
]

/**
 * @typedef {object} Chunk Folded characters that stood together.
 * @property {string[]} chars
 * @property {[number, number][]} spans Where each stood in the given text, in UTF-16 units.
 */

/**
 * @param {string} char Its first code point counts.
 * @returns {'h' | 'a' | '0' | ''} Han and kana, letter, digit, or anything else.
 */
export function kindOf(char) {
  const code = codeOf(char)
  if (code >= 97 && code <= 122) return 'a'
  if (code >= 48 && code <= 57) return '0'
  return within(code, HAN) ? 'h' : ''
}

/**
 * @param {string} text
 * @param {Map<string, string>} folds
 * @param {number} [limit] Characters at most, in all chunks.
 * @returns {Chunk[]}
 */
export function chunksOf(text, folds, limit = Infinity) {
  const found = []
  /** @type {Chunk} */
  let current = { chars: [], spans: [] }
  let at = 0
  for (const char of text) {
    const start = at
    at += char.length
    const folded = fold(char, folds)
    if (kindOf(folded)) {
      if (limit-- <= 0) break
      current.chars.push(folded)
      current.spans.push([start, at])
    } else if (current.chars.length && !within(codeOf(char), INVISIBLE)) {
      found.push(current)
      current = { chars: [], spans: [] }
    }
  }
  if (current.chars.length) found.push(current)
  return found
}

/**
 * Whether all of a text separates: nothing is kept of it, and nothing vanishes.
 * @param {string} text
 * @param {Map<string, string>} folds
 */
export function separates(text, folds) {
  return [...text].every((char) => !kindOf(fold(char, folds)) && !within(codeOf(char), INVISIBLE))
}

/**
 * @typedef {[number, number, string]} Change Start and end of a stretch, and what replaces it.
 * @param {string} text
 * @param {Change[]} changes Leftmost first.
 */
export function splice(text, changes) {
  let spliced = ''
  let done = 0
  for (const [start, end, instead] of changes) {
    spliced += text.slice(done, start) + instead
    done = end
  }
  return spliced + text.slice(done)
}

/**
 * @param {string} char
 * @param {Map<string, string>} folds
 */
function fold(char, folds) {
  let code = codeOf(char)
  if (code >= 0xff01 && code <= 0xff5e) code -= 0xfee0
  if (code >= 65 && code <= 90) code += 32
  const plain = String.fromCodePoint(code)
  return folds.get(plain) ?? plain
}

/** @param {string} char */
function codeOf(char) {
  return /** @type {number} */ (char.codePointAt(0))
}

/**
 * @param {number} code
 * @param {number[][]} ranges
 */
function within(code, ranges) {
  for (const [first, last] of ranges) if (code >= first && code <= last) return true
  return false
}
