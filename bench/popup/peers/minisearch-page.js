/** The usual way to put MiniSearch into a page: a button, a dialog, an index read on opening. */

import MiniSearch from 'minisearch'
import { OPTIONS } from './minisearch-options.js'

const button = document.querySelector('#open')
const dialog = document.querySelector('dialog')
const input = dialog.querySelector('input')
const list = dialog.querySelector('ul')
let index

button.addEventListener('click', async () => {
  dialog.showModal()
  index ??= fetch('index.json').then((reply) => reply.text()).then((text) => MiniSearch.loadJSON(text, OPTIONS))
})

input.addEventListener('input', async () => {
  const found = (await index).search(input.value).slice(0, 10)
  list.replaceChildren(...found.map(({ id, question }) => {
    const link = document.createElement('a')
    link.href = `#${id}`
    link.textContent = question
    const row = document.createElement('li')
    row.append(link)
    return row
  }))
})
