package consular.benchmarks.history;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV of status histories, plain or gzipped, line by line. What stays in memory is about a hundred bytes a
 * line, because a case's lines lie far apart: the file goes by day.
 */
final class StatusFile {
    private static final List<String> PLAIN =
            List.of("case", "seen_on", "consulate", "submitted_on", "status_on", "persons");
    private static final int GZIP_MAGIC = 0x1f8b;

    private final Map<String, LocalDate> dates = new HashMap<>();
    private final Map<String, String> consulates = new HashMap<>();
    private final Map<String, List<Snapshot>> cases = new LinkedHashMap<>();

    private StatusFile() {}

    /**
     * Every case of the file, in the order of their first lines.
     *
     * @throws UnreadableFile when there is no such file, or it is not such a file
     */
    static List<SourceCase> read(Path path) {
        var file = new StatusFile();
        try (var lines = open(path)) {
            file.read(lines);
        } catch (NoSuchFileException missing) {
            throw new UnreadableFile("there is no file " + path);
        } catch (IOException failure) {
            throw new UnreadableFile(path + " can't be read: " + failure.getMessage());
        } catch (BadLine bad) {
            throw new UnreadableFile(path + ", " + bad.getMessage());
        }
        var all = new ArrayList<SourceCase>(file.cases.size());
        file.cases.forEach((number, snapshots) -> all.add(new SourceCase(number, snapshots)));
        return all;
    }

    private static BufferedReader open(Path path) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(path));
        bytes.mark(2);
        var magic = bytes.read() << 8 | bytes.read();
        bytes.reset();
        return new BufferedReader(new InputStreamReader(
                magic == GZIP_MAGIC ? new GZIPInputStream(bytes, 1 << 16) : bytes, StandardCharsets.UTF_8));
    }

    private void read(BufferedReader lines) throws IOException {
        var number = 1;
        var columns = new Columns(lines.readLine());
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            try {
                add(columns.of(line));
            } catch (DateTimeException | IllegalArgumentException bad) {
                throw new BadLine("line " + number + ": " + bad.getMessage());
            }
        }
    }

    private void add(Map<String, String> fields) {
        var counts = Counts.NONE;
        for (var status : Status.COLUMNS) {
            counts = counts.plus(status, Integer.parseInt(field(fields, status.column())));
        }
        if (counts.persons() != Integer.parseInt(field(fields, "persons"))) {
            throw new IllegalArgumentException("the counts do not add up to the persons");
        }
        var snapshots = cases.computeIfAbsent(field(fields, "case"), _ -> new ArrayList<>(4));
        var seenOn = date(field(fields, "seen_on"));
        if (!snapshots.isEmpty() && !seenOn.isAfter(snapshots.getLast().seenOn())) {
            throw new IllegalArgumentException("the snapshots of a case must be in order");
        }
        var statusOn = field(fields, "status_on");
        snapshots.add(new Snapshot(
                seenOn,
                consulates.computeIfAbsent(field(fields, "consulate"), text -> text),
                statusOn.isEmpty() ? null : date(statusOn),
                counts));
    }

    private static String field(Map<String, String> fields, String column) {
        var value = fields.get(column);
        if (value == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return value;
    }

    private LocalDate date(String text) {
        return dates.computeIfAbsent(text, LocalDate::parse);
    }

    /** The columns by the names in the first line. */
    private static final class Columns {
        private final List<String> names;

        Columns(@Nullable String header) {
            names = header == null ? List.of() : List.of(header.split(",", -1));
            var missing = new ArrayList<>(PLAIN);
            Status.COLUMNS.forEach(status -> missing.add(status.column()));
            missing.removeAll(names);
            if (!missing.isEmpty()) {
                throw new BadLine("line 1: no column " + String.join(", ", missing));
            }
        }

        Map<String, String> of(String line) {
            var values = line.split(",", -1);
            if (values.length != names.size()) {
                throw new IllegalArgumentException("expected " + names.size() + " fields, found "
                        + Arrays.asList(values).size());
            }
            var fields = new HashMap<String, String>();
            for (var i = 0; i < values.length; i++) {
                fields.put(names.get(i), values[i]);
            }
            return fields;
        }
    }

    private static final class BadLine extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadLine(String message) {
            super(message);
        }
    }
}
