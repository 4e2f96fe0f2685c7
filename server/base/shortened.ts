/** The text, or as many whole words of it as go into `most` UTF-16 units, and a sign that it goes on. */
export const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most).replace(/\s\S*$/, '')} …`;
