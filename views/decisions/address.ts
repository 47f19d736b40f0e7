export const addressOf = (number: number) => `/decisions/${number}`
export const nameOf = (number: number) => `D-${number}`
