/**
 * Works something out once for each object, and keeps it as long as the object lives. Further arguments may only help: they
 * are the same whenever the object is.
 */
export function once<Of extends object, Rest extends readonly unknown[], Result>(
  work: (of: Of, ...rest: Rest) => Result,
): (of: Of, ...rest: Rest) => Result {
  const known = new WeakMap<Of, { readonly result: Result }>();
  return (of, ...rest) => {
    const found = known.get(of) ?? { result: work(of, ...rest) };
    known.set(of, found);
    return found.result;
  };
}
