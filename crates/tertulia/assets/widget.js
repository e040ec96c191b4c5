import{O as r,P as e,Q as f,c as o}from"./widget-UEU7XYB7.js";export{e as Client,o as Refused,r as Room,f as TertuliaRoom};
