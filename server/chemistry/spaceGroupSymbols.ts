/**
 * Hermann–Mauguin symbols of the 230 space groups in order of their numbers, parted by semicolons: the short symbol of the standard
 * setting first, then those of other settings. `2_1` is a screw axis, `-3` an axis with a bar.
 *
 * From the npm package @chemistry/space-groups 3.1.3 (International Tables for Crystallography A), with the symbols that have the
 * double glide plane e from the table of spglib (`database/spg.csv`); all others were compared with that table.
 */
export const SPACE_GROUP_SYMBOLS = `
  P1; P-1; P2; P2_1; C2 A2 I2 B2; Pm; Pc Pn Pa Pb; Cm Am Im Bm; Cc An Ia Aa Cn Ic Bn Ib Bb; P2/m; P2_1/m; C2/m
  A2/m I2/m B2/m; P2/c P2/n P2/a P2/b; P2_1/c P2_1/n P2_1/a P2_1/b; C2/c A2/n I2/a A2/a C2/n I2/c B2/n I2/b B2/b;
  P222; P222_1 P2_122 P22_12; P2_12_12 P22_12_1 P2_122_1; P2_12_12_1; C222_1 A2_122 B22_12; C222 A222 B222; F222;
  I222; I2_12_12_1; Pmm2 P2mm Pm2m; Pmc2_1 Pcm2_1 P2_1ma P2_1am Pb2_1m Pm2_1b; Pcc2 P2aa Pb2b; Pma2 Pbm2 P2mb
  P2cm Pc2m Pm2a; Pca2_1 Pbc2_1 P2_1ab P2_1ca Pc2_1b Pb2_1a; Pnc2 Pcn2 P2na P2an Pb2n Pn2b; Pmn2_1 Pnm2_1 P2_1mn
  P2_1nm Pn2_1m Pm2_1n; Pba2 P2cb Pc2a; Pna2_1 Pbn2_1 P2_1nb P2_1cn Pc2_1n Pn2_1a; Pnn2 P2nn Pn2n; Cmm2 A2mm Bm2m;
  Cmc2_1 Ccm2_1 A2_1ma A2_1am Bb2_1m Bm2_1b; Ccc2 A2aa Bb2b; Amm2 Bmm2 B2mm C2mm Cm2m Am2m; Aem2 Bme2 B2em C2me
  Cm2e Ae2m Abm2 Bma2 B2cm C2mb Cm2a Ac2m; Ama2 Bbm2 B2mb C2cm Cc2m Am2a; Aea2 Bbe2 B2eb C2ce Cc2e Ae2a Aba2 Bba2
  B2cb C2cb Cc2a Ac2a; Fmm2 F2mm Fm2m; Fdd2 F2dd Fd2d; Imm2 I2mm Im2m; Iba2 I2cb Ic2a; Ima2 Ibm2 I2mb I2cm Ic2m
  Im2a; Pmmm; Pnnn; Pccm Pmaa Pbmb; Pban Pncb Pcna; Pmma Pmmb Pbmm Pcmm Pmcm Pmam; Pnna Pnnb Pbnn Pcnn Pncn Pnan;
  Pmna Pnmb Pbmn Pcnm Pncm Pman; Pcca Pccb Pbaa Pcaa Pbcb Pbab; Pbam Pmcb Pcma; Pccn Pnaa Pbnb; Pbcm Pcam Pmca
  Pmab Pbma Pcmb; Pnnm Pmnn Pnmn; Pmmn Pnmm Pmnm; Pbcn Pcan Pnca Pnab Pbna Pcnb; Pbca Pcab; Pnma Pmnb Pbnm Pcmn
  Pmcn Pnam; Cmcm Ccmm Amma Amam Bbmm Bmmb; Cmce Ccme Aema Aeam Bbem Bmeb Cmca Ccmb Abma Acam Bbcm Bmab; Cmmm Ammm
  Bmmm; Cccm Amaa Bbmb; Cmme Aemm Bmem Cmma Cmmb Abmm Acmm Bmcm Bmam; Ccce Aeaa Bbeb Ccca Cccb Abaa Acaa Bbcb Bbab;
  Fmmm; Fddd; Immm; Ibam Imcb Icma; Ibca Icab; Imma Immb Ibmm Icmm Imcm Imam; P4; P4_1; P4_2; P4_3; I4; I4_1;
  P-4; I-4; P4/m; P4_2/m; P4/n; P4_2/n; I4/m; I4_1/a; P422; P42_12; P4_122; P4_12_12; P4_222; P4_22_12; P4_322;
  P4_32_12; I422; I4_122; P4mm; P4bm; P4_2cm; P4_2nm; P4cc; P4nc; P4_2mc; P4_2bc; I4mm; I4cm; I4_1md; I4_1cd;
  P-42m; P-42c; P-42_1m; P-42_1c; P-4m2; P-4c2; P-4b2; P-4n2; I-4m2; I-4c2; I-42m; I-42d; P4/mmm; P4/mcc; P4/nbm;
  P4/nnc; P4/mbm; P4/mnc; P4/nmm; P4/ncc; P4_2/mmc; P4_2/mcm; P4_2/nbc; P4_2/nnm; P4_2/mbc; P4_2/mnm; P4_2/nmc;
  P4_2/ncm; I4/mmm; I4/mcm; I4_1/amd; I4_1/acd; P3; P3_1; P3_2; R3; P-3; R-3; P312; P321; P3_112; P3_121; P3_212;
  P3_221; R32; P3m1; P31m; P3c1; P31c; R3m; R3c; P-31m; P-31c; P-3m1; P-3c1; R-3m; R-3c; P6; P6_1; P6_5; P6_2;
  P6_4; P6_3; P-6; P6/m; P6_3/m; P622; P6_122; P6_522; P6_222; P6_422; P6_322; P6mm; P6cc; P6_3cm; P6_3mc; P-6m2;
  P-6c2; P-62m; P-62c; P6/mmm; P6/mcc; P6_3/mcm; P6_3/mmc; P23; F23; I23; P2_13; I2_13; Pm-3; Pn-3; Fm-3; Fd-3;
  Im-3; Pa-3; Ia-3; P432; P4_232; F432; F4_132; I432; P4_332; P4_132; I4_132; P-43m; F-43m; I-43m; P-43n; F-43c;
  I-43d; Pm-3m; Pn-3n; Pm-3n; Pn-3m; Fm-3m; Fm-3c; Fd-3m; Fd-3c; Im-3m; Ia-3d
`;
