// How the app is built: plain files for a server with a strict content security policy.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0, // the policy has no data: for fonts and scripts
    modulePreload: { polyfill: false }, // the polyfill would be an inline script
    sourcemap: false,
    reportCompressedSize: true,
  },
})
