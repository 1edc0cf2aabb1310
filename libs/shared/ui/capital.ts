/** With a capital, for the start of a title: French and Dutch write days and months small. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
