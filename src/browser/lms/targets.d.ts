/** The files of src/targets, as `targets.mjs` reads them. */
declare module "targets" {
  interface TargetFile {
    readonly id: string;
    readonly name: string;
    /** Most characters of suspend_data. */
    readonly suspendData?: number;
    /** The fields that describe the simulation in the preview, and traits with their names in snake_case. */
    readonly simulation: Readonly<Record<string, unknown>> & { readonly about: string; readonly answers: string };
  }
  const targets: readonly TargetFile[];
  export default targets;
}
