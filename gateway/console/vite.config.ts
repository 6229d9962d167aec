import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// In development, the gateway that the pages talk to.
const gateway = process.env['GATEWAY'] ?? 'http://localhost:8080';

export default defineConfig({
  base: '/console/',
  plugins: [react()],
  server: { proxy: { '/v1': gateway, '/actuator': gateway } },
  build: {
    outDir: '../target/console',
    emptyOutDir: true,
    // Inlined as data: URLs they would need a looser Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
});
