// The same names for `import`.
export * from "./testing.js";
