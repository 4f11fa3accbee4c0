/** What map, surface and curve say alike where there is nothing to draw. */
export const NOWHERE = 'The function is undefined everywhere in this domain. Move the domain or change the formula.'
