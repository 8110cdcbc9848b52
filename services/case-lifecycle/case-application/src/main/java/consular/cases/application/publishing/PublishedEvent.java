package consular.cases.application.publishing;

import java.time.Instant;
import java.util.UUID;

/**
 * An event in the form in which it is published.
 *
 * @param position its place in the whole log
 * @param subject the case or quasi-refusal that it is about
 * @param recordedAt when it was recorded
 * @param body a CloudEvent in JSON, the same whenever it is asked for; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // it is handed on, and never compared
public record PublishedEvent(long position, UUID subject, Instant recordedAt, byte[] body) {}
