/** `<fig-film>` and `#label("fig-film")` of Typst, `{#fig-film}` of Pandoc and `(fig-film)=` of MyST. */
export const LABELS = /<([^<>\s]+)>|#label\("([^"\n]+)"\)|\{#([^\s{}]+)|\(([^()\s]+)\)=/g;
