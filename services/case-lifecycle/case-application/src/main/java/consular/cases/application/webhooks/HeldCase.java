package consular.cases.application.webhooks;

import java.util.UUID;

/**
 * A case or quasi-refusal of which an event could not be sent, and whose later events therefore wait.
 *
 * @param next the position of the event that is to be sent next
 * @param attempts how often sending it failed
 * @param failing whether it failed since the receiver last took anything
 */
public record HeldCase(UUID subject, long next, int attempts, boolean failing) {}
