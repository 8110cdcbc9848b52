package consular.benchmarks.notes;

import java.util.List;

/**
 * A note was added to a file: about 500 bytes of JSON with a text of 330.
 *
 * @param number counts the notes of the file, from 1
 */
public record NoteAdded(String fileId, int number, String author, String role, List<String> rules, String text) {
    public NoteAdded {
        rules = List.copyOf(rules);
    }
}
