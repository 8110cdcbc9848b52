package consular.cases.application.accesses;

import java.time.Instant;

/**
 * An access as it was recorded.
 *
 * @param accessId its place among the accesses; not without holes
 * @param at when, by the database's clock
 */
public record RecordedAccess(long accessId, Instant at, Access access) {}
