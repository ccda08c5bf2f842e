/**
 * Every number of the ranking, each with its reason in spec/search-index.md section 8.
 * The same numbers stand in dianzhi/search/constants.py; tests/contract compares the two files.
 */

export const QUERY_LIMIT = 128
/** @type {Record<string, number>} */
export const WEIGHTS = { char: 20, pair: 6, a: 30, 0: 20, '#': 20 }
export const RARITY_BASE = 1024
export const WHOLE = 1024
export const QUERY_PART = 7
export const TEXT_PART = 13
export const MIX = [9, 7, 16, 20]
export const PREFIX_SHARE = [1, 2]
export const PREFIX_LIMIT = 16
export const PRIORITY_UNIT = 64
export const CATEGORY_STEPS = 4
export const TAIL = 80
export const CONTENT_LIMIT = 30
export const CERTAIN_TOLD = 4900
export const CERTAIN_BEST = 73
export const CERTAIN_LEAD = 1
export const CERTAIN_MISSING = 27
export const TOLD_MOST = 12
export const WORDINGS_MOST = 8
export const STORY = 6
export const ANSWERED_ALONE = 3600
export const ANSWERED = 26000
export const LIKELY = 48000
export const DIRECT = 73000
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
export const FRAME_CHARACTERS =
  '我你您他她它们的了着过吗呢吧啊呀嘛么是有在就都也还又才再很太这那个些一下给把被让和跟与及或到从对向为于以之其所者会能可要想得请问帮'
export const FRAME_WORDS =
  'i me my you your it this that the a an is are do does can could will would have has to of in on for with at by from and or if what how when where which who why there any get'
export const SPELLED_LEAST = 4
export const SPELLED_REST = 4
export const AHEAD_REACH = 9
export const AHEAD_LIMIT = 12
export const AHEAD_LEAST = 2
export const AHEAD_ROWS = 64
export const NEAR_LEAST = 360
