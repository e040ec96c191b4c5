import{S as r,T as e,U as f,c as o}from"./widget-Y7LJS4F2.js";export{e as Client,o as Refused,r as Room,f as TertuliaRoom};
