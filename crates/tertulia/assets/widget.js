import{O as r,P as e,Q as f,c as o}from"./widget-3H7HQ3ZP.js";export{e as Client,o as Refused,r as Room,f as TertuliaRoom};
