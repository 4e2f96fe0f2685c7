/** Faraday constant in C/mol, exact since the 2019 SI: CODATA 2018, Tiesinga et al., Rev. Mod. Phys. 93, 025010 (2021). */
const FARADAY = 96485.33212;

/** Theoretical specific capacity in mAh/g of a material that passes `electrons` per formula unit of `molarMass` g/mol. */
export const theoreticalCapacity = (electrons: number, molarMass: number): number =>
  (electrons * FARADAY) / (3.6 * molarMass);
