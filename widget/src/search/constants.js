/**
 * Every number of the ranking, each with its reason in spec/search-index.md section 8.
 * The same numbers stand in dianzhi/search/constants.py; tests/contract compares the two files.
 */

export const QUERY_LIMIT = 128
/** @type {Record<string, number>} */
export const WEIGHTS = { char: 9, pair: 10, '=': 2, a: 20, 0: 12, '#': 16 }
export const LENGTH_TOP = 22
export const LENGTH_BASE = 13
export const LENGTH_SLOPE = 144
export const MEAN_UNIT = 16
export const KEYWORD_SHARE = [3, 4]
export const ANSWER_SHARE = [2, 5]
export const PREFIX_SHARE = [1, 2]
export const PREFIX_LIMIT = 16
export const PRIORITY_UNIT = 64
export const TAIL = 8
export const FLOOR = 20
export const FLOOR_DEPTH = 3
export const LIKELY = 55
export const DIRECT = 80
export const SINGLE_COST = 14
export const ALONE_COST = 1280
export const PARTIAL_COST = 512
export const SHORT_COST = 1024
export const SHORT_MOST = 1728
export const BEAM = 24
export const SYLLABLE_LONGEST = 12
export const HEARD_SHARE = [3, 4]
export const TURNED_SHARE = [1, 2]
export const UNHEARD_COST = 3584
export const SCORE_UNIT = 1024
export const NEAR_WEIGHT = 2
export const NEAR_LEAST = 512
export const NEAR_PERCENT = 100
