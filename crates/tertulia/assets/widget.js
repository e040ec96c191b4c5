/* Tertulia. With @fluent/bundle (Apache-2.0). */
import{J as r,K as e,L as f,c as o}from"./widget-FN3FU4AB.js";export{e as Client,o as Refused,r as Room,f as TertuliaRoom};
