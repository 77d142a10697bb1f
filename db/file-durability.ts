import { createHash } from 'node:crypto'
import { closeSync, copyFileSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes a file so that after a power cut there is either all of it or none of it under its name:
 * temp → fsync → rename → fsync folder. An older file of that name is replaced in the same step.
 * @throws the system's error (see `asStorageError`); the temp file is then gone and the old file untouched.
 */
export function writeFileDurably(path: string, bytes: Uint8Array | string): void {
  const temp = `${path}.part`
  try {
    writeFileSync(temp, bytes)
    fsyncFile(temp)
    renameDurably(temp, path)
  } catch (error) {
    rmSync(temp, { force: true, maxRetries: 10, retryDelay: 50 })
    throw error
  }
}

/** Copies a file that nobody is writing and makes sure that the copy has reached the disk; the name is not yet safe. */
export function copyFileDurably(from: string, to: string): void {
  copyFileSync(from, to)
  fsyncFile(to)
}

/** Waits until the content of a file is on the disk. */
export function fsyncFile(path: string): void {
  const fd = openSync(path, 'r+')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/** Waits until the names in a folder are on the disk. Windows cannot do it (and keeps its names in a journal of its own). */
export function fsyncFolder(path: string, platform: NodeJS.Platform = process.platform): void {
  if (platform === 'win32') return
  const fd = openSync(path, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/** Renames, and fsyncs the folders on both sides. The content must have been fsynced before. */
export function renameDurably(from: string, to: string): void {
  renamePatiently(from, to)
  fsyncFolder(dirname(to))
  if (dirname(from) !== dirname(to)) fsyncFolder(dirname(from))
}

/** On Windows a virus scanner or an indexer holds a new file for a moment, and a rename then fails; a later one does not. */
function renamePatiently(from: string, to: string): void {
  for (let tries = 1; ; tries++) {
    try {
      renameSync(from, to)
      return
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null
      const held = process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES' || code === 'EBUSY')
      if (!held || tries === 20) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
    }
  }
}

/** SHA-256 of a file as lower-case hex, read in pieces. */
export function hashFile(path: string): string {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafe(1 << 20)
  const fd = openSync(path, 'r')
  try {
    for (let got = readSync(fd, piece); got > 0; got = readSync(fd, piece)) hash.update(piece.subarray(0, got))
  } finally {
    closeSync(fd)
  }
  return hash.digest('hex')
}
