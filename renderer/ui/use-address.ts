import { type NavigateOptions, useSearchParams } from 'react-router'

/**
 * What is asked for in the query part of the page's address, and the way to change it. A change goes by what stands in the address at that
 * moment: React Router would hand it what stood there when the page was last drawn, and of two quick choices the first would be lost.
 */
export function useAddress(): readonly [URLSearchParams, (change: (now: URLSearchParams) => URLSearchParams, options?: NavigateOptions) => void] {
  const [address, setAddress] = useSearchParams()
  return [address, (change, options) => setAddress(change(new URLSearchParams(window.location.search)), options)]
}
