/* Tertulia. With lit (BSD-3-Clause) and @fluent/bundle (Apache-2.0). */
import{h as o,k as r,l as e,m as f}from"./widget-3VMQUEQB.js";export{e as Client,o as Refused,r as Room,f as TertuliaRoom};
