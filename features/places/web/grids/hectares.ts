/** Square metres as hectares with one decimal, as a table shows them. */
export function hectares(squareMetres: number, language: string): string {
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(squareMetres / 10_000);
}
