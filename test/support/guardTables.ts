/** Tables of guards by their files, for each kind of reading. */
export const GUARD_TABLES = {
  formulas: {
    wholeToken: ['TOUCH_GUARDS'],
    tornFormula: ['TORN_GUARDS'],
    formulaPlace: ['CHEMISTRY_GUARDS', 'TEXT_GUARDS', 'ITALIC_GUARDS', 'ABBREVIATION_GUARDS'],
    formulaLooks: ['SCRIPTED_GUARDS', 'SITE_GUARDS', 'FLAT_GUARDS', 'LETTER_GUARDS', 'CAPITAL_GUARDS'],
    loneSymbol: ['SYMBOL_GUARDS'],
    elementContext: ['ELEMENT_GUARDS'],
  },
  composites: { compositeKinds: ['COMPOSITE_GUARDS'] },
  cells: { cellGuards: ['CELL_GUARDS'] },
  names: { names: ['NAME_GUARDS', 'GAS_GUARDS'] },
  'short forms': { shortForms: ['SHORT_FORM_GUARDS'] },
  quantities: { quantityGuards: ['NUMBER_GUARDS', 'UNIT_GUARDS', 'RATE_GUARDS'] },
};
