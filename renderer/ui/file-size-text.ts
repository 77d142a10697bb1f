const mega = 1024 * 1024

/** 312 B, 48 KB, 1.6 MB, 77.8 GB: as file managers write it. */
export function fileSizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < mega) return `${Math.round(bytes / 1024)} KB`
  if (bytes < 1024 * mega) return `${(bytes / mega).toFixed(1)} MB`
  return `${(bytes / 1024 / mega).toFixed(1)} GB`
}
