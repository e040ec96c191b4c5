import{P as r,Q as e,R as f,c as o}from"./widget-HTSJLIAO.js";export{e as Client,o as Refused,r as Room,f as TertuliaRoom};
