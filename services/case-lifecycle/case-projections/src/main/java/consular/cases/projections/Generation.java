package consular.cases.projections;

import java.util.Locale;

/** One of the two sets of tables. One serves; the other waits, or is being rebuilt. */
public enum Generation {
    BLUE,
    GREEN;

    private final String schema = "read_models_" + name().toLowerCase(Locale.ROOT);
    private final String processor = "read-models-" + name().toLowerCase(Locale.ROOT);

    /** Puts the schema of this generation in the place of {@code {schema}}. */
    public String in(String sql) {
        return sql.replace("{schema}", schema);
    }

    String schema() {
        return schema;
    }

    /** The name of the event processor that fills it. */
    String processor() {
        return processor;
    }

    Generation other() {
        return switch (this) {
            case BLUE -> GREEN;
            case GREEN -> BLUE;
        };
    }
}
