const slip = 1e-6; // rounding errors: three thirds are slightly below one

/** Points as text: a whole number, a fraction such as 2/3 or 1 1/2, or two decimals if no small fraction is exact. */
export function pointsText(points: number, write: (value: number) => string): string {
  for (let under = 1; under <= 12; under++) {
    const over = Math.round(points * under);
    if (Math.abs(over / under - points) > slip) continue;
    const whole = Math.floor(over / under);
    const rest = over - whole * under;
    if (rest === 0) return write(whole);
    const part = `${write(rest)}/${write(under)}`;
    // Isolated, so that text from right to left keeps the order.
    return whole === 0 ? part : `\u2066${write(whole)}\u00a0${part}\u2069`;
  }
  return write(Math.floor(points * 100 + slip) / 100);
}
