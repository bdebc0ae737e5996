// The same names for `import`.
export * from "./index.js";
