import{S as r,T as e,U as f,c as o}from"./widget-B6MVRYPW.js";export{e as Client,o as Refused,r as Room,f as TertuliaRoom};
