import type { Tone } from './types.js';

/** The colors that are not of a tone. `text` and `quiet` are read, `line` and `shade` only help the eye. */
export type Ink = 'background' | 'text' | 'quiet' | 'line' | 'shade' | 'now';

/** A tone has a strong color for shapes and edges, and a soft one that text can stand on. */
export interface ToneColors {
  readonly strong: string;
  readonly soft: string;
}

export interface Palette {
  readonly ink: Readonly<Record<Ink, string>>;
  readonly tone: Readonly<Record<Tone, ToneColors>>;
}

/** Text has a contrast of at least 4.5 to what it stands on, and shapes of 3 (WCAG 2.2, 1.4.3 and 1.4.11); a test computes it. */
export const light: Palette = {
  ink: {
    background: '#ffffff',
    text: '#1f2328',
    quiet: '#59636e',
    line: '#d1d9e0',
    shade: '#eaeef2',
    now: '#8250df',
  },
  tone: {
    neutral: { strong: '#0969da', soft: '#ddf4ff' },
    good: { strong: '#1a7f37', soft: '#dafbe1' },
    bad: { strong: '#cf222e', soft: '#ffebe9' },
    waiting: { strong: '#9a6700', soft: '#fff1b8' },
    muted: { strong: '#59636e', soft: '#f6f8fa' },
  },
};

export const dark: Palette = {
  ink: {
    background: '#0d1117',
    text: '#f0f6fc',
    quiet: '#9198a1',
    line: '#3d444d',
    shade: '#1c2128',
    now: '#ab7df8',
  },
  tone: {
    neutral: { strong: '#4493f8', soft: '#13294b' },
    good: { strong: '#3fb950', soft: '#12351f' },
    bad: { strong: '#f85149', soft: '#4a1618' },
    waiting: { strong: '#d29922', soft: '#3b2c08' },
    muted: { strong: '#9198a1', soft: '#161b22' },
  },
};

const tones = ['neutral', 'good', 'bad', 'waiting', 'muted'] as const satisfies readonly Tone[];

/** Rules that hold below one id, so that pictures on a page keep to themselves. */
export function styleOf(id: string): string {
  const root = `#${id}`;
  const rules = [
    `${root}{${variables(light).join(';')}}`,
    `@media (prefers-color-scheme:dark){${root}{${variables(dark).join(';')}}}`,
    `${root} text{font-family:"Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif;${color('fill', 'text', light.ink.text)}}`,
    `${root} .quiet{${color('fill', 'quiet', light.ink.quiet)}}`,
    `${root} .bold{font-weight:600}`,
    `${root} .halo{paint-order:stroke;stroke-width:3px;stroke-linejoin:round;${color('stroke', 'background', light.ink.background)}}`,
    `${root} .background{${color('fill', 'background', light.ink.background)}}`,
    `${root} .shade{${color('fill', 'shade', light.ink.shade)}}`,
    `${root} .line{fill:none;${color('stroke', 'line', light.ink.line)}}`,
    `${root} .edge{fill:none;${color('stroke', 'quiet', light.ink.quiet)}}`,
    `${root} .card{${color('fill', 'background', light.ink.background)};${color('stroke', 'quiet', light.ink.quiet)}}`,
    `${root} .tip{${color('fill', 'quiet', light.ink.quiet)}}`,
    `${root} .now{${color('fill', 'now', light.ink.now)};${color('stroke', 'now', light.ink.now)}}`,
    `${root} .dashed{stroke-dasharray:4 3}`,
    `${root} .dotted{stroke-width:1.6px;stroke-linecap:round;stroke-dasharray:.1 4}`,
    ...tones.flatMap((tone) => toneRules(root, tone)),
  ];
  return rules.join('\n');
}

function toneRules(root: string, tone: Tone): readonly string[] {
  const { strong, soft } = light.tone[tone];
  return [
    `${root} .${tone}{${color('fill', `${tone}-soft`, soft)};${color('stroke', tone, strong)}}`,
    `${root} .${tone}-shape{${color('fill', tone, strong)};${color('stroke', tone, strong)}}`,
    `${root} .${tone}-sign{fill:none;${color('stroke', tone, strong)}}`,
  ];
}

/** The plain color first, for the renderers that know no variables: they are left with the light theme. */
function color(property: 'fill' | 'stroke', variable: string, plain: string): string {
  return `${property}:${plain};${property}:var(--keelson-${variable})`;
}

function variables({ ink, tone }: Palette): readonly string[] {
  return [
    ...Object.entries(ink).map(([name, value]) => `--keelson-${name}:${value}`),
    ...tones.flatMap((name) => [`--keelson-${name}:${tone[name].strong}`, `--keelson-${name}-soft:${tone[name].soft}`]),
  ];
}
