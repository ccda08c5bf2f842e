/** Full-width forms, as Chinese keyboards make them. */

/** @param {string} text @returns {string} With ASCII letters, digits and marks in their usual width. */
export const halfWidth = (text) =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
