const sheets = new Map<string, CSSStyleSheet>()

/** A style sheet that all elements with this text share. It is made by script, which a policy for styles allows (CSP). */
export function sheetOf(text: string): CSSStyleSheet {
  let sheet = sheets.get(text)
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    sheets.set(text, sheet)
  }
  return sheet
}
