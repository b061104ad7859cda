// Reads Stryker's report: the score, folder by folder, and every survivor by file and line.
import { readFileSync } from 'node:fs'

const { files } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const folders = new Map()
const survivors = []

for (const [path, { mutants, source }] of Object.entries(files)) {
  const short = path.replace(/\\/g, '/').replace(/^.*Greenprint\.Standards\//, '')
  const folder = short.split('/').slice(0, -1).join('/') || '.'
  const count = folders.get(folder) ?? { noticed: 0, late: 0, all: 0 }
  for (const { status, mutatorName, location, replacement } of mutants) {
    if (!['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status)) continue
    count.all++
    if (status === 'Killed') count.noticed++
    else if (status === 'Timeout') count.late++   // a rule that never ends is noticed too, but it is counted apart: a busy machine can look the same
    else survivors.push({ at: `${short}:${location.start.line}`, status, mutatorName, line: source.split('\n')[location.start.line - 1].trim(), replacement: (replacement ?? '').replace(/\s+/g, ' ') })
  }
  if (count.all > 0) folders.set(folder, count)
}

for (const { at, status, mutatorName, line, replacement } of survivors.sort((a, b) => a.at.localeCompare(b.at, 'en', { numeric: true })))
  console.log(`${status === 'NoCoverage' ? 'not run ' : 'survived'}  ${at}  ${mutatorName}\n            ${line}\n         -> ${replacement.slice(0, 160)}`)

let [noticed, late, all] = [0, 0, 0]
for (const [folder, count] of [...folders].sort()) {
  console.log(`${folder}: ${count.noticed} of ${count.all} noticed${count.late ? `, ${count.late} timed out` : ''}`)
  noticed += count.noticed; late += count.late; all += count.all
}
const score = (100 * (noticed + late)) / all
console.log(`${score.toFixed(1)} % of ${all} mutants noticed (${late} by timing out), ${survivors.length} survived`)
process.exit(all > 0 && score >= 90 ? 0 : 1)
