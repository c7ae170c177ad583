// The builds of scorm-again for one standard each. Its own types for them name the exports differently.
declare module "scorm-again/scorm12" {
  export { Scorm12API } from "scorm-again";
}
declare module "scorm-again/scorm2004" {
  export { Scorm2004API } from "scorm-again";
}
