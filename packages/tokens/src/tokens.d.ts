export type Theme = 'broadsheet' | 'tabloid' | 'magazine';
export type Scheme = 'light' | 'dark';
export type Script = 'arabic' | 'hebrew';
export type Pillar = 'news' | 'opinion' | 'sport' | 'culture' | 'lifestyle' | 'business';

export interface Token {
  /** The path in the DTCG source: `color.paper`. */
  readonly id: string;
  /** The custom property: `--galley-paper`. Every pillar sets the same one, `--galley-accent`. */
  readonly property: `--galley-${string}`;
  /** Where the token is the accent of one pillar. */
  readonly pillar?: Pillar;
  /** The DTCG type; a fluid size is a `dimension`. */
  readonly type: 'color' | 'dimension' | 'fontFamily' | 'fontWeight' | 'number';
  readonly description: string;
  /** CSS values. */
  readonly values: Readonly<Record<Theme, Readonly<Record<Scheme, string>>>>;
  /** The values in scripts that change it, the same in every theme. */
  readonly scripts: Readonly<Partial<Record<Script, string>>>;
}

export declare const themes: readonly Theme[];
export declare const schemes: readonly Scheme[];
/** Language tags by script. */
export declare const languages: Readonly<Record<Script, readonly string[]>>;
export declare const tokens: readonly Token[];
