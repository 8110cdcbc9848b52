package consular.benchmarks.ledger;

/**
 * An event that says which append it is of.
 *
 * @param node where it was appended
 * @param number counts the appends of that node that are timed; negative for the others
 */
record Mark(int node, int number, String text) {}
