// The faces of each theme: which Fontsource files carry them, and the local face that stands in until they arrive.
// A stand-in is matched to a face as it is used (weight, size, width), since an optical-size axis changes its widths.

const serif = ['Times New Roman', 'Liberation Serif', 'Tinos'];
const serifItalic = ['Times New Roman Italic', 'Liberation Serif Italic', 'Tinos Italic'];
const serifBold = ['Times New Roman Bold', 'Liberation Serif Bold', 'Tinos Bold'];
const sans = ['Arial', 'Liberation Sans', 'Arimo'];
const sansBold = ['Arial Bold', 'Liberation Sans Bold', 'Arimo Bold'];

const headline = { weight: 500, covers: '1 1000', size: 44 };
const text = { weight: 400, covers: '400', size: 19 };
const italic = { ...text, style: 'italic' };
const strong = { weight: 700, covers: '700', size: 19 };
const label = { weight: 400, covers: '400', size: 15 };
const bold = { weight: 700, covers: '700', size: 14 };

export const fonts = {
  broadsheet: [
    {
      package: 'newsreader',
      sheets: ['opsz', 'opsz-italic'],
      standIns: [
        { family: 'Newsreader Headline Fallback', local: serif, ...headline },
        { family: 'Newsreader Fallback', local: serif, ...text },
        { family: 'Newsreader Fallback', local: serifItalic, ...italic },
        { family: 'Newsreader Fallback', local: serifBold, ...strong },
      ],
    },
    {
      package: 'libre-franklin',
      sheets: ['wght'],
      standIns: [
        { family: 'Libre Franklin Fallback', local: sans, ...label },
        { family: 'Libre Franklin Fallback', local: sansBold, ...bold },
      ],
    },
  ],
  tabloid: [
    {
      package: 'archivo',
      sheets: ['wdth'],
      standIns: [{ family: 'Archivo Fallback', local: sansBold, ...headline, weight: 800, stretch: '80%' }],
    },
    {
      package: 'inter',
      sheets: ['wght', 'wght-italic'],
      standIns: [
        { family: 'Inter Fallback', local: sans, ...text, size: 17 },
        { family: 'Inter Fallback', local: sansBold, ...bold },
      ],
    },
  ],
  magazine: [
    {
      package: 'fraunces',
      sheets: ['opsz'],
      standIns: [{ family: 'Fraunces Fallback', local: serif, ...headline, weight: 340 }],
    },
    {
      package: 'source-serif-4',
      sheets: ['opsz', 'opsz-italic'],
      standIns: [
        { family: 'Source Serif 4 Fallback', local: serif, ...text },
        { family: 'Source Serif 4 Fallback', local: serifItalic, ...italic },
        { family: 'Source Serif 4 Fallback', local: serifBold, ...strong },
      ],
    },
    {
      package: 'instrument-sans',
      sheets: ['wght'],
      standIns: [
        { family: 'Instrument Sans Fallback', local: sans, ...label },
        { family: 'Instrument Sans Fallback', local: sansBold, ...bold },
      ],
    },
  ],
  // Local faces of these scripts share no measures: no stand-in.
  arabic: [{ package: 'noto-naskh-arabic', sheets: ['wght'], standIns: [] }],
  hebrew: [
    { package: 'noto-serif-hebrew', sheets: ['wght'], standIns: [] },
    { package: 'noto-sans-hebrew', sheets: ['wght'], standIns: [] },
  ],
};

export const subsets = ['arabic', 'hebrew', 'latin', 'latin-ext'];
