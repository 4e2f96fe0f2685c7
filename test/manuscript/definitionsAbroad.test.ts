import { deepEqual } from 'node:assert/strict';
import { diagnose, read } from '../support/paper';

/** Short and long forms that a sentence defines. */
const SENTENCES: readonly (readonly [text: string, ...defined: string[]])[] = [
  ['Die Festelektrolyt-Grenzphase (kurz SEI) wächst.', 'SEI=Festelektrolyt-Grenzphase'],
  ['Die Wasserstoffbrückenbindung (HBB) ist schwach.', 'HBB=Wasserstoffbrückenbindung'],
  ['Die Feststoffbatterie, kurz FSB, altert.', 'FSB=Feststoffbatterie'],
  ['Das Batteriemanagementsystem (im Folgenden BMS genannt) misst.', 'BMS=Batteriemanagementsystem'],
  ['Das Batteriemanagementsystem, im Folgenden „BMS“ genannt, misst.', 'BMS=Batteriemanagementsystem'],
  ['Die Feststoffbatterie (abgekürzt FSB) altert.', 'FSB=Feststoffbatterie'],
  ['Die Grenzphase (engl. solid electrolyte interphase; SEI) wächst.', 'SEI=solid electrolyte interphase'],
  ['La diffraction des rayons X, abrégée DRX, est rapide.', 'DRX=diffraction des rayons X'],
  ['Le microscope électronique à balayage, ci-après dénommé MEB, est cher.', 'MEB=microscope électronique à balayage'],
  ['La pile à combustible, dite PAC, est froide.', 'PAC=pile à combustible'],
  ['Le système de gestion de batterie (« SGB ») mesure.', 'SGB=système de gestion de batterie'],
  [
    'La microscopie électronique à balayage (MEB, en anglais scanning electron microscopy, SEM) montre tout.',
    'MEB=microscopie électronique à balayage',
    'SEM=scanning electron microscopy',
  ],
  ['La microscopía electrónica de barrido, en adelante MEB, muestra.', 'MEB=microscopía electrónica de barrido'],
  ['La difracción de rayos X (en adelante DRX) es rápida.', 'DRX=difracción de rayos X'],
  [
    'La interfase sólida del electrolito (SEI, del inglés solid electrolyte interphase) crece.',
    'SEI=solid electrolyte interphase',
  ],
  ['电池在运行，其中固体电解质膜（SEM）很薄。', 'SEM=固体电解质膜'],
  ['材料的结构与性能关系（SPR）很重要。', 'SPR=结构与性能关系'],
  ['它是离子和电子混合导体（MIEC）。', 'MIEC=离子和电子混合导体'],
  ['测量了容量和固体电解质膜（SEM）。', 'SEM=固体电解质膜'],
  ['固体电解质界面膜（简称SEI）很薄。', 'SEI=固体电解质界面膜'],
  ['本文研究了固体电解质界面膜（SEI）的结构。', 'SEI=固体电解质界面膜'],
  ['固体电解质界面膜（solid electrolyte interphase，以下简称“SEI”）很薄。', 'SEI=solid electrolyte interphase'],
  ['固体电解质界面膜，简称SEI，很薄。', 'SEI=固体电解质界面膜'],
  ['本文提出的computational hydrogen electrode (CHE)模型很简单。', 'CHE=computational hydrogen electrode'],
  ['添加剂包括、anion-binding-agent (ABA)：溶解氟化锂。', 'ABA=anion-binding-agent'],
  ['Las partículas de grafito natural (NG) del electrodo son esféricas.', 'NG=grafito natural'],
  [
    'La espectroscopía de masas secundaria (SMS) y la estabilidad de celda (CS) de los iones son altas.',
    'SMS=espectroscopía de masas secundaria',
    'CS=estabilidad de celda',
  ],
  ['La resonancia magnética nuclear (NMR) de los iones es lenta.', 'NMR=resonancia magnética nuclear'],
  [
    'La aproximación local de la densidad (LDA) y la aproximación generalizada del gradiente (GGA) de los cálculos.',
    'LDA=aproximación local de la densidad',
    'GGA=aproximación generalizada del gradiente',
  ],
  [
    'La exploración acelerada de mínimos locales (AELM) de los iones de la celda es lenta.',
    'AELM=exploración acelerada de mínimos locales',
  ],
  ['El método de los gradientes conjugados (CG) es rápido.', 'CG=gradientes conjugados'],
  ['La celda de Si cristalino (c-Si) y de Si amorfo (a-Si) es pequeña.', 'c-Si=Si cristalino', 'a-Si=Si amorfo'],
  ['La batería de iones de litio (LIB) es ligera.', 'LIB=batería de iones de litio'],
  ['La microscopie à force atomique (AFM) est lente.', 'AFM=microscopie à force atomique'],
  ['La spectroscopie d’impédance (IS) des cellules est rapide.', 'IS=spectroscopie d’impédance'],
];

const ASIDES = [
  'Die Zelle (kurz gesagt) altert, und die Zelle, kurz XY123 beiseite, bleibt.',
  'Elle est froide, dite chaude, et en adelante nada.',
  'La cellule (en 2019) et la celda (en Li) cambian.',
  '由于甲基具有推电子作用（CH3CH2-O-H），反应变慢。',
  '结果（见图2）表明电池稳定（Fig. 2）。',
  '比较多个指标（R², RMSE, MAE）和骨架层次（Scaffold Tree）。',
  'La capacidad de la celda nueva (LCO) y el voltaje del cátodo (NMC) son altos.',
];

suite('definitions in German, French, Spanish and Chinese', () => {
  for (const [text, ...defined] of SENTENCES) {
    test(text, () => {
      deepEqual(
        read(text).file.definitions.map(({ short, long }) => `${short}=${long}`),
        defined,
      );
    });
  }

  for (const text of ASIDES) test(text, () => deepEqual(read(text).file.definitions, []));

  test('long forms with another ending are one', () => {
    for (const text of [
      'Die elektrochemische Impedanzspektroskopie (EIS) ist alt. In elektrochemischer Impedanzspektroskopie (EIS) misst man. EIS geht.',
      'La spectroscopie d’impédance électrochimique (SIE) est là. Les spectroscopies d’impédance électrochimique (SIE) sont là. La SIE donne tout.',
      'Das Batteriemanagementsystem (BMS) misst. Eines Batteriemanagementsystems (BMS) bedarf es. Das BMS regelt.',
    ]) {
      const { diagnostics } = diagnose(text);
      deepEqual(
        diagnostics.map(({ code }) => code),
        ['abbreviation/defined-again'],
        text,
      );
    }
  });

  test('short forms in Chinese are used without spaces around them', () => {
    const { diagnostics } = diagnose(
      '固体电解质界面膜（SEI）很薄，SEI稳定。研究SEI的结构，X射线衍射（XRD）和XRD图谱与XRD。',
    );
    deepEqual(diagnostics, []);
  });

  test('what a sentence introduces without the letters is not undefined', () => {
    for (const text of [
      'La couche interfaciale, dite SEI, croît. La SEI vieillit.',
      'La película interfacial (en adelante, SEI) crece. La SEI envejece.',
      '该膜简称SEI，SEI稳定。',
      'Dieser Film wird fortan SEI genannt. Die SEI altert.',
      'Une couche souvent appelée SEI croît. La SEI vieillit.',
      'Una capa llamada SEI crece. La SEI envejece.',
    ])
      deepEqual(
        diagnose(text).diagnostics.filter(({ code }) => code === 'abbreviation/undefined'),
        [],
        text,
      );
  });
});
