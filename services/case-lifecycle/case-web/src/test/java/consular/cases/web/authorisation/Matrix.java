package consular.cases.web.authorisation;

import static java.nio.charset.StandardCharsets.UTF_8;

import consular.cases.domain.people.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The table of who may do what, as it is checked in. */
final class Matrix {
    /** Nobody signs in as the service itself. */
    static final List<Role> ROLES =
            Arrays.stream(Role.values()).filter(role -> role != Role.SERVICE).toList();

    private Matrix() {}

    /** What a role meets. */
    enum Cell {
        YES,
        NO,
        LAW
    }

    /** Of whom it is asked besides. */
    enum Post {
        CASE,
        ROWS,
        EVERY,
        WHOLE,
        OWN,
        NONE
    }

    /** A line of the table: one operation. */
    record Row(String operation, Post post, Map<Role, Cell> cells) {
        Cell of(Role role) {
            return Objects.requireNonNull(cells.get(role));
        }
    }

    /** The rows by operation, in the order of the table. */
    static Map<String, Row> read() {
        var lines = lines();
        var head = lines.getFirst();
        var roles = head.subList(2, head.size()).stream().map(Role::valueOf).toList();
        if (!roles.equals(ROLES)) {
            throw new IllegalStateException("the columns are not the roles: " + roles);
        }
        var rows = new LinkedHashMap<String, Row>();
        for (var line : lines.subList(1, lines.size())) {
            if (line.size() != head.size()) {
                throw new IllegalStateException("a cell is missing or too many: " + line);
            }
            var cells = new EnumMap<Role, Cell>(Role.class);
            for (var i = 0; i < roles.size(); i++) {
                cells.put(roles.get(i), Cell.valueOf(upper(line.get(i + 2))));
            }
            var row = new Row(line.get(0), Post.valueOf(upper(line.get(1))), Collections.unmodifiableMap(cells));
            if (rows.put(row.operation(), row) != null) {
                throw new IllegalStateException("two rows for " + row.operation());
            }
        }
        return rows;
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static List<List<String>> lines() {
        try (var file = Objects.requireNonNull(Matrix.class.getResourceAsStream("matrix.csv"));
                var reader = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .map(String::strip)
                            .toList())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
