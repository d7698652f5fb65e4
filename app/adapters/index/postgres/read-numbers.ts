const ZERO = 48;
const MINUS = 45;

/** An array as PostgreSQL writes it, "{1,-2,3}": by hand, since the driver's own way is much slower. */
export function readNumbers(text: string): Int32Array {
  const numbers: number[] = [];
  let number = 0;
  let sign = 1;
  let isNumber = false;
  for (let at = 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === MINUS) sign = -1;
    else if (code >= ZERO && code <= ZERO + 9) {
      number = number * 10 + code - ZERO;
      isNumber = true;
    } else {
      if (isNumber) numbers.push(sign * number);
      number = 0;
      sign = 1;
      isNumber = false;
    }
  }
  return Int32Array.from(numbers);
}
