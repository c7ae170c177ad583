// The oldest supported browsers. Programs and style sheets are built for them, and a test compares the features in use
// with this list (tests/player/browsers.test.ts).
export const oldest = { chrome: 87, firefox: 78, safari: 14 };

/** The targets of esbuild. */
export const target = ["es2020", ...Object.entries(oldest).map(([browser, version]) => browser + version)];
