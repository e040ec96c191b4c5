import{S as r,T as e,U as f,c as o}from"./widget-UHD74JI7.js";export{e as Client,o as Refused,r as Room,f as TertuliaRoom};
