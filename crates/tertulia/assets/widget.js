/* Tertulia. With lit (BSD-3-Clause) and @fluent/bundle (Apache-2.0). */
import{c as o,u as r,v as e,z as f}from"./widget-HNOZLPT4.js";export{e as Client,o as Refused,r as Room,f as TertuliaRoom};
