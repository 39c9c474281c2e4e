/** Money, quantities and rates. */
export { addFen, fen, readMoney, yuanText } from './money.ts';
export { addQuantities, Quantity } from './quantity.ts';
export { percent, Rate, rate } from './rate.ts';
