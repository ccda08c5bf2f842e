/** `<dz-drawing>`: a flow in a box of its own, scrolled to where the dialogue starts. */

export class Drawing extends HTMLElement {
  connectedCallback() {
    const start = this.querySelector('rect')?.getBoundingClientRect() // the first box drawn
    if (!start) return
    const middle = start.left + start.width / 2
    this.scrollLeft += middle - (this.getBoundingClientRect().left + this.clientWidth / 2)
  }
}
