/** The page of a coordinator. */
export function showCoordinator(): void {
  // Nothing to fill in yet.
}
