package consular.cases.projections;

/** What an administrator may do with the read models. */
public interface ReadModelOperations {
    /** Rebuilds every read model from the log while the old rows serve. */
    RebuildReport rebuild();

    /** Compares the rows that serve with rows made anew from the log. */
    EqualityReport compare();

    /** How far each read model has come. */
    Status status();

    /** What a rebuild did. */
    interface RebuildReport {}

    /** What a comparison found. */
    interface EqualityReport {}

    /** How far the read models are. */
    interface Status {}
}
