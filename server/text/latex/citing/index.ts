import type { Citing } from '../../citing/citing';
import { nameBeside, nameBibliography } from './bibliography';
import { bonds } from './bonds';
import { latexForm } from './form';
import { keyStart } from './keyStart';
import { goesOn, takes } from './places';

export const latexCiting: Citing = {
  worksBy: 'key',
  form: latexForm,
  keyStart,
  lead: '~',
  needsLead: false,
  needsEmptyLines: false,
  bonds,
  takes,
  goesOn,
  nameBibliography,
  nameBeside,
};
