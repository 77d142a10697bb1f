import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { parseFormDefinition } from '../../../shared/domain/documents/form-definition.ts'
import type { LaidOutDocument } from '../../../shared/domain/documents/laid-out.ts'
import { layOutForm } from '../../../shared/domain/documents/lay-out-form.ts'
import { documentExamples, exampleKinds } from '../../../tests/fixtures/documents/examples.ts'
import { FormPreview, FormPrint, pageRules } from './form-preview.tsx'

const formFolder = join(import.meta.dirname, '..', '..', '..', 'resources', 'forms')

function layout(form: string, data: object): LaidOutDocument {
  return layOutForm(parseFormDefinition(JSON.parse(readFileSync(join(formFolder, `${form}.json`), 'utf8')), form), data)
}

function preview(form: string, data: object): string {
  return renderToStaticMarkup(<FormPreview layout={layout(form, data)} />)
}

describe('the preview of a form', () => {
  it('shows every form with every example, on screen and for the printer alike', () => {
    const seen = new Set<string>()
    for (const example of documentExamples) {
      for (const kind of exampleKinds) {
        const html = preview(example.form, example[kind])
        expect(html).toContain('form-preview-sheet')
        const printed = renderToStaticMarkup(<FormPrint layout={layout(example.form, example[kind])} />)
        expect(printed.split('<td').length).toBeGreaterThan(20)
        expect(html.split('<td').length).toBeGreaterThanOrEqual(printed.split('<td').length)
        seen.add(`${example.form}.json`)
      }
    }
    expect([...seen].toSorted()).toEqual(readdirSync(formFolder).filter((name) => name.endsWith('.json')).toSorted())
  })

  it('prints on the paper of the form, with its margins and page numbers', () => {
    const fund = documentExamples.find((example) => example.form === 'fund-statement')
    const rules = pageRules(layout('fund-statement', fund?.usual ?? {}))
    expect(rules).toContain('@page { size: A4 landscape; margin: 51pt 42.5pt 45.35pt 42.5pt')
    expect(rules).toContain('counter(page)')
  })

  it('writes what was typed as text, never as markup', () => {
    const html = preview('member-application', { name: '<img src=x onerror=alert(1)>' })
    expect(html).not.toContain('<img src=x')
    expect(html).toContain('&lt;img src=x')
  })
})
