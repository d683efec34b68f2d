/** The bundler turns these imports into a stylesheet. */
declare module '*.css'
