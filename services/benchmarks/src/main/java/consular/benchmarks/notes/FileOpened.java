package consular.benchmarks.notes;

/** A file was begun. */
public record FileOpened(String fileId) {}
