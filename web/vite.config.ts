// How the app is built: plain files for a server with a strict content security policy.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { catalogue } from './catalogue'

export default defineConfig({
  plugins: [catalogue(), react()],
  resolve: {
    alias: {
      // Patterns are parsed when the app is built.
      '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js',
    },
  },
  server: { fs: { allow: ['..'] } }, // the catalogues
  build: {
    target: 'es2022',
    assetsInlineLimit: 0, // the policy has no data: for fonts and scripts
    modulePreload: { polyfill: false }, // the polyfill would be an inline script
    sourcemap: false,
    reportCompressedSize: true,
  },
})
