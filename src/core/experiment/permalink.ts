/**
 * Experiment <-> the part of an address after the #. Readable, writable by hand, defaults left out.
 *
 *   link   = key=value {& key=value}                     values are percent-escaped where a URL needs it; + is a plus
 *   v      = 1                                           version of the grammar
 *   landscape = id | f = formula                         which landscape; without either, the one the page opens with
 *   over   = name[,name]                                 the coordinates of f; without it x, or x and y
 *   data   = id | x,y;0,1.1;1,2.9 | z:… | kept:…         rows that mean(...) and sum(...) of f run over: see data-text.ts
 *   data.name = text
 *   p.NAME = number                                      a parameter of the formula
 *   l1, l2 = number                                     penalties: l1 Σ|xᵢ| and l2/2 Σxᵢ² are added to the formula
 *   noise  = kind{,name:number}                         a kind of noise and its settings (see noise.ts); seeded by seed
 *   domain = xlow,xhigh[,ylow,yhigh]
 *   start  = x[,y]                                       repeated: several starts
 *   method = name;slot=formula{;slot=formula}{;name:default[,low,high[,log]]}   repeated: methods that runs may name (see read-method.ts)
 *   run    = id{,name:number}[,show:0]                   repeated: several runs; `none` for none
 *   steps, seed, at = whole number                       at: where the playhead stands
 *   view   = map | split | surface    camera = azimuth,elevation,zoom    hide = layer{,layer}
 *
 * decode never throws and decode(encode(e)) equals e.
 */
export { decode, type Decoded } from './decode.ts'
export { encode } from './encode.ts'
