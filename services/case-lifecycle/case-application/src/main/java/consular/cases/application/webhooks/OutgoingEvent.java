package consular.cases.application.webhooks;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * An event that is to be sent.
 *
 * @param position its place in the whole log
 * @param subject the case or quasi-refusal that it is about
 * @param id its identity, the same for ever
 * @param body what is sent; made when it is asked for
 */
public record OutgoingEvent(long position, UUID subject, String id, Supplier<byte[]> body) {}
