// The system's own choice of files.

/** Kept until it answers: a field that nothing holds may be collected before, and what was chosen with it. */
let field: HTMLInputElement | null = null

/** Never answers where nothing is chosen. */
export function choose({ accept = '', multiple = false } = {}): Promise<File[]> {
  return new Promise((done) => {
    const input = document.createElement('input')
    field = input
    input.type = 'file'
    input.accept = accept
    input.multiple = multiple
    input.onchange = () => {
      if (field === input) field = null
      done(Array.from(input.files ?? []))
    }
    input.click()
  })
}
