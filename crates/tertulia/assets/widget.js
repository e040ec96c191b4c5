import{P as r,Q as e,R as f,c as o}from"./widget-YX4M5YAW.js";export{e as Client,o as Refused,r as Room,f as TertuliaRoom};
