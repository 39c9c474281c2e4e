/** Money, quantities and rates. */
export { addFen, type Fen, fen, readMoney, yuanText } from './money.ts';
export { addQuantities, QUALIFIERS, type Qualifier, Quantity } from './quantity.ts';
export { percent, Rate, rate } from './rate.ts';
