package consular.cases.domain.people;

import org.jspecify.annotations.Nullable;

/** The attorney of record. Personal data. */
public record Counsel(String name, @Nullable String address) {}
