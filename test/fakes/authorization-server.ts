/** The authorization server of the tests and the demo, typed. It is plain JavaScript, so that scripts can start it too. */
export * from './authorization-server.mjs'
