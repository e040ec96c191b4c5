import{R as r,S as e,T as f,c as o}from"./widget-TKI6MO4O.js";export{e as Client,o as Refused,r as Room,f as TertuliaRoom};
