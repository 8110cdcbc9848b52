package consular.cases.domain.reference;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One page of the reference.
 *
 * @param file the name of its file
 * @param text the whole page, in Markdown
 */
public record ReferencePage(String file, String text) {

    /** A page that says what it is, and that nobody writes it. */
    public static ReferencePage of(String file, String title, String lead, String body) {
        return new ReferencePage(file, """
            # %s

            Reference, written by `ReferencePagesTest` from the code; change the code, then write it anew with
            `mvn test -pl services/case-lifecycle/case-domain -Dtest=ReferencePagesTest -Dreference.write=true`.

            %s

            %s
            """.formatted(title, lead.strip(), body.strip()));
    }

    /** A table in Markdown. */
    public static String table(List<String> head, List<List<String>> rows) {
        return row(head)
                + row(head.stream().map(_ -> "---").toList())
                + rows.stream().map(ReferencePage::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream()
                        .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                        .collect(Collectors.joining(" | ", "| ", " |"))
                + "\n";
    }

    /** A word as the code has it. */
    public static String code(Object text) {
        return "`" + text + "`";
    }

    /** Such words, in a row. */
    public static String codes(Iterable<?> texts) {
        var joined = new StringBuilder();
        for (var text : texts) {
            joined.append(joined.isEmpty() ? "" : ", ").append(code(text));
        }
        return joined.isEmpty() ? "–" : joined.toString();
    }
}
