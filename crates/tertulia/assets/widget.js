import{S as r,T as e,U as f,c as o}from"./widget-YGJ4ZI4O.js";export{e as Client,o as Refused,r as Room,f as TertuliaRoom};
