/** What engines are asked to put around words they found: private characters that no text has. */
export const OPEN = '\ue000'
export const CLOSE = '\ue001'
