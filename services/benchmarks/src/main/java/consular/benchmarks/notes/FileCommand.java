package consular.benchmarks.notes;

/** What is asked of a file. */
sealed interface FileCommand {

    /** The file that is to do it. */
    String fileId();

    /** Begins a file. */
    record OpenFile(String fileId) implements FileCommand {}

    /** Adds a note so many times; nothing, if it says what the last one says. */
    record AddNotes(String fileId, String author, String text, int count) implements FileCommand {}
}
