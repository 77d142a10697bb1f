import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { must } from '../shared/must.ts'
import { Providers } from './app/providers.tsx'
import { Gate } from './app/gate.tsx'
import './app/app.css'

createRoot(must(document.getElementById('root'), 'index.html has it')).render(
  <StrictMode>
    <Providers>
      <Gate />
    </Providers>
  </StrictMode>,
)
