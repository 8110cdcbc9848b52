package consular.cases.projections;

import java.time.Instant;

/**
 * How the read models are.
 *
 * @param active which generation serves: {@code BLUE} or {@code GREEN}
 * @param activeSince since when, by the database's clock
 * @param rebuilding whether this node is rebuilding the other generation
 */
public record Status(String active, Instant activeSince, boolean rebuilding, ReadModelLag lag) {}
