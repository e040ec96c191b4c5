/* Tertulia. With @fluent/bundle (Apache-2.0). */
import{B as f,c as o,w as r,x as e}from"./widget-INSJCLQ4.js";export{e as Client,o as Refused,r as Room,f as TertuliaRoom};
