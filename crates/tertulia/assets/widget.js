import{Q as r,R as e,S as f,c as o}from"./widget-WMMCCV4A.js";export{e as Client,o as Refused,r as Room,f as TertuliaRoom};
