/** A manifest whose names, citations and addresses are commands, special characters and other scripts. */
export const hostile = {
  model: {
    name: "模型 é ß Ż ą „q“ «g» 🤗 αβ Москва نموذج \\input{x} $x^2$ 100% #1 A_B ~ {y} < > | \" ` -- '' ,, ế đ — ½ ﬁ",
    slug: 'hostile',
    cite: 'Ł. Ö. 模 & co, 100% {x, \\cite{y} @misc{z, }',
    url: 'https://example.org/a_b%20c#d?e={f}&g=模',
  },
  location: 'France',
  phases: [
    {
      phase: 'training',
      name: '模型 with_a_very_long_name_that_has_no_place_to_break_and_is_wider_than_a_column_of_two',
      energy: { value: '120 kWh', cite: '中文 paper, =cmd(), {unbalanced, Table 2' },
      year: 2024,
    },
    { phase: 'evaluation', name: 'نموذج;=cmd()', energy: { value: '120 kWh', cite: 'Ko\\v{c} & Žižek (arXiv 2302.13971)' }, year: 2024 },
  ],
  report: { authors: ['李雷', 'Żółć Ąę, Ltd.', 'Ann and Bob'], date: '2026-01-02' },
};
