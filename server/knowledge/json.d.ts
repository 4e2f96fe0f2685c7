declare module '*/build/catalogue.json' {
  const catalogue: import('./compiled').CompiledCatalogue;
  export default catalogue;
}
