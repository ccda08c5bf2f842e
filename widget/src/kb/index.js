/**
 * The knowledge base in the browser: search in the header, copying, blanks of scripts.
 * A classic script, so that it also runs in pages opened from disk. Custom elements and listeners
 * on the document go on working when the theme replaces the page around them.
 */

import { loadForAnchor } from './anchors.js'
import { copyOnClick } from './copy-buttons.js'
import { Drawing } from './drawing.js'
import { ScriptBox } from './script-box.js'
import { SearchBox, focusOnSlash } from './search-box.js'

customElements.define('dz-search', SearchBox)
customElements.define('dz-script', ScriptBox)
customElements.define('dz-drawing', Drawing)
document.addEventListener('click', copyOnClick)
document.addEventListener('click', loadForAnchor, { capture: true })
window.addEventListener('keydown', focusOnSlash, { capture: true })
