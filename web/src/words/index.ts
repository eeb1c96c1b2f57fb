// How wellmet says things: sentences, numbers and days, and the names of what it knows.
export * from './forms'
export * from './names'
export * from './say'
export * from './tags'
