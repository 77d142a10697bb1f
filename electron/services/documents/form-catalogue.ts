import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseFormDefinition } from '../../../shared/domain/documents/form-definition.ts'
import type { FormDefinition } from '../../../shared/domain/documents/form-definition.ts'
import { AppError } from '../../../shared/errors.ts'

/** The forms that the program ships, read once from `resources/forms/`. */
export interface FormCatalogue {
  readonly list: () => readonly FormDefinition[]
  /** @throws AppError `documents.noSuchForm` (notFound) */
  readonly get: (code: string) => FormDefinition
}

/**
 * Reads every `<code>.json` in the folder.
 * @throws AppError `documents.badDefinition` (invalid) for a file that is no definition, or is named after another code
 */
export function openFormCatalogue(folder: string): FormCatalogue {
  const forms = new Map<string, FormDefinition>()
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')).toSorted()) {
    const definition = parseFormDefinition(readJson(join(folder, file), file), file)
    if (`${definition.code}.json` !== file) {
      throw new AppError('documents.badDefinition', 'invalid', `表单定义“${file}”里写的代码是“${definition.code}”，文件名和代码要一致`)
    }
    forms.set(definition.code, definition)
  }
  return {
    list: () => [...forms.values()],
    get: (code) => {
      const form = forms.get(code)
      if (form === undefined) throw new AppError('documents.noSuchForm', 'notFound', `没有代码为“${code}”的表单，请从文书列表里选`)
      return form
    },
  }
}

function readJson(path: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new AppError('documents.badDefinition', 'invalid', `表单定义“${file}”不是完好的 JSON 文件，请重新安装程序或换回原来的文件`, { cause })
  }
}
