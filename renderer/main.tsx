import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { plainIssue } from '../shared/contract/plain-issues.ts'
import { must } from '../shared/must.ts'
import { Providers } from './app/providers.tsx'
import { Gate } from './app/gate.tsx'
import './app/app.css'

// The form says what the program would say.
z.config({ localeError: plainIssue })

createRoot(must(document.getElementById('root'), 'index.html has it')).render(
  <StrictMode>
    <Providers>
      <Gate />
    </Providers>
  </StrictMode>,
)
