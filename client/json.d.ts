declare module '*/package.json' {
  export const activationEvents: readonly string[];
}
