export { kind } from "./scenario";
