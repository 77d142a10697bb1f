import { Paragraph } from 'docx'
import type { IContext, IXmlableObject } from 'docx'

/** An element as docx's serialiser takes it: attributes first, then children. */
export type PlainXml = IXmlableObject
export type PlainChild = PlainXml | string

/** An element with attributes only. */
export function empty(name: string, attributes: Readonly<Record<string, string | number>> = {}): PlainXml {
  return { [name]: { _attr: attributes } }
}

/** An element with children. */
export function element(name: string, children: readonly PlainChild[], attributes?: Readonly<Record<string, string | number>>): PlainXml {
  return { [name]: attributes === undefined ? children : [{ _attr: attributes }, ...children] }
}

/**
 * A block of the document handed to docx as plain elements. Building one docx object for each property of each run took
 * four fifths of the time of a form (measured); the package, styles, headers, footers and pictures stay docx's work.
 * `write` is called once, with the context in which pictures are registered.
 */
export class PlainBlock extends Paragraph {
  readonly #write: (context: IContext) => PlainXml

  constructor(write: (context: IContext) => PlainXml) {
    super({})
    this.#write = write
  }

  override prepForXml(context: IContext): PlainXml {
    return this.#write(context)
  }
}
