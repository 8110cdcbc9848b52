package consular.cases.web.imports;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row of a file.
 *
 * @param number its place, from 1, without heading and empty lines
 * @param size about how many characters it has
 * @param content what it says; null if it can't be read
 * @param fault why not; null if it can
 */
public record FileRow(
        long number,
        int size,
        @Nullable ObjectNode content,
        @Nullable String fault) {
    static FileRow of(long number, int size, ObjectNode content) {
        return new FileRow(number, size, content, null);
    }

    static FileRow unreadable(long number, int size, String fault) {
        return new FileRow(number, size, null, fault);
    }
}
