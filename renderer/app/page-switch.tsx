import { NavLink } from 'react-router'

/** The pages that share one entry of the navigation, side by side at the head of each. */
export function PageSwitch({ name, pages }: { readonly name: string; readonly pages: readonly { readonly path: string; readonly label: string }[] }) {
  return (
    <nav className="page-switch" aria-label={name}>
      {pages.map(({ path, label }) => <NavLink key={path} to={path}>{label}</NavLink>)}
    </nav>
  )
}
