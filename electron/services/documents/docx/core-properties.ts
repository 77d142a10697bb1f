import type { WordFacts } from './write-docx.ts'

/**
 * `docProps/core.xml`: title, author and moment. Written here because the library takes the moment from the machine's
 * clock, which would make two equal documents differ.
 */
export function coreProperties(title: string, facts: WordFacts): string {
  const creator = escapeXml(facts.creator)
  const moment = facts.madeAt.replace(/\.\d+Z$/, 'Z')
  return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    + ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    + `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${creator}</dc:creator><cp:lastModifiedBy>${creator}</cp:lastModifiedBy><cp:revision>1</cp:revision>`
    + `<dcterms:created xsi:type="dcterms:W3CDTF">${escapeXml(moment)}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${escapeXml(moment)}</dcterms:modified>`
    + '</cp:coreProperties>'
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
