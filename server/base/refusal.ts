/** Why a change is not made: one sentence for people, with what to do. */
export interface Refusal {
  readonly refused: string;
}

export const isRefusal = (planned: object): planned is Refusal => 'refused' in planned;
