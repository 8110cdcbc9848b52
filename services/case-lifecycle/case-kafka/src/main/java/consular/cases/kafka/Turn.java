package consular.cases.kafka;

/**
 * That it is this node that publishes.
 *
 * @param epoch which lease it is; whatever is recorded under an earlier one is refused
 * @param position up to where everything was acknowledged
 */
record Turn(long epoch, long position) {}
