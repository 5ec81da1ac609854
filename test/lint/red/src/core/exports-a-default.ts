// import(no-default-export) default
export default 60_000;
