import{S as r,T as e,U as f,c as o}from"./widget-E52SXH2S.js";export{e as Client,o as Refused,r as Room,f as TertuliaRoom};
