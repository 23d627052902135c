// Stylesheets export nothing.
export {};
