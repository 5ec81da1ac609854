// typescript(no-explicit-any) any
export const nameOf = (item: { name: any }): unknown => item.name;
