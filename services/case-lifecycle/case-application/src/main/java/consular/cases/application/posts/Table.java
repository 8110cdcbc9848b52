package consular.cases.application.posts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A small file of comma-separated rows under a header; only the last column may hold a comma. */
final class Table {
    private Table() {}

    /** The rows of a file beside these classes, under {@code posts/}. */
    static List<List<String>> ofResource(String name, String header) {
        var stream = Table.class.getResourceAsStream("/posts/" + name);
        if (stream == null) {
            throw new IllegalStateException("not on the class path: posts/" + name);
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return rows(name, header, reader.lines());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** The rows of a file of the operator. */
    static List<List<String>> ofFile(Path file, String header) {
        try (var lines = Files.lines(file)) {
            return rows(file.toString(), header, lines);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static List<List<String>> rows(String name, String header, Stream<String> lines) {
        var all = lines.filter(line -> !line.isBlank()).toList();
        if (all.isEmpty() || !all.getFirst().equals(header)) {
            throw new IllegalArgumentException(name + " does not begin with the header " + header);
        }
        var columns = header.split(",", -1).length;
        return all.stream().skip(1).map(line -> row(name, line, columns)).toList();
    }

    private static List<String> row(String name, String line, int columns) {
        var cells = Stream.of(line.split(",", columns)).map(String::strip).toList();
        if (cells.size() != columns) {
            throw new IllegalArgumentException(name + ": expected " + columns + " columns in: " + line);
        }
        return cells;
    }
}
