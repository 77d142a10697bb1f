import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { DocumentPreview, DocumentSubject, NumbersShown } from '../../../shared/contract/documents.ts'
import { unpackLayout } from '../../../shared/domain/documents/wire-layout.ts'
import { call, type ProblemError, useCall } from '../../api/client.ts'

/**
 * The pages of a document, asked for anew with every choice. In full they are asked for once for each choice and not again when
 * something is saved, because every such look is put on record.
 */
export function usePreviewOf(subject: DocumentSubject, numbers: NumbersShown, ready: boolean): { preview: DocumentPreview | null; error: Error | null; retry: () => void } {
  const masked = useCall('documents.preview', subject, { enabled: ready && numbers === 'masked', placeholderData: keepPreviousData })
  const full = useQuery<DocumentPreview, ProblemError>({
    queryKey: ['documents.previewInFull', subject], enabled: ready && numbers === 'full',
    // "static" data are not asked for again by what is written elsewhere.
    queryFn: () => call('documents.previewInFull', subject), staleTime: 'static', gcTime: 0, retry: false,
  })
  const asked = numbers === 'full' ? full : masked
  const data = ready ? asked.data ?? null : null
  const preview = useMemo(() => (data === null ? null : { ...data, layout: unpackLayout(data.layout, bytesOf) }), [data])
  return { preview, error: ready ? asked.error : null, retry: () => void asked.refetch() }
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}
