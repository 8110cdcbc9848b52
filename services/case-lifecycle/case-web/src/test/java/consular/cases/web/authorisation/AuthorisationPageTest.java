package consular.cases.web.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.web.authorisation.Matrix.Cell;
import consular.cases.web.authorisation.Matrix.Post;
import consular.cases.web.authorisation.Matrix.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of the reference on who may do what says what the table says. */
class AuthorisationPageTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "authorisation.md");

    private static final String LEAD = """
        # Who may do what

        Reference, written by `AuthorisationPageTest` from the table that the tests hold the service to,
        `case-web/src/test/resources/consular/cases/web/authorisation/matrix.csv`; change the table, then write it anew with
        `mvn test -pl services/case-lifecycle/case-web -am -Dtest=AuthorisationPageTest -Dsurefire.failIfNoSpecifiedTests=false
        -Dreference.write=true`.

        Whoever is not signed in is answered 401, whoever has no role 403. ● is let in. An empty cell is 403 FORBIDDEN_ROLE. § is not turned
        away as a role but by a rule of law, which the answer names. A person with several roles may do what any of them may.
        The commands in a batch (`giveCommands`) are let in one by one, each as its own row says.

        | post | asks |
        |---|---|
        | of the case | that the person works for the post where the case is, or the quasi-refusal was made; else 403 FORBIDDEN_POST |
        | own rows | for rows of the person's posts, and shows no others; another's post, asked for by name, is 403 FORBIDDEN_POST |
        | every post | that the person works for every post; else 403 FORBIDDEN_POST |
        | all its posts | that the person works for all posts of which the subscription is sent something; else 403 FORBIDDEN_POST |
        | own only | nothing, and shows only those of which that is true |
        | – | nothing: no post's cases are shown or changed; any administrator may stop what is sent |

        What a rule of law asks of a person besides, such as that nobody reviews a refusal of his or her own, is decided where the case is, and
        is 422 with the rule. Without signing in are open: the description at `/v3/api-docs` and its page, `/actuator/health`,
        `/actuator/prometheus`, and in production `/.well-known/oauth-protected-resource`. What else is below `/actuator` is for ADMIN.

        """;

    @Test
    void the_page_is_as_the_table_is() throws IOException {
        var page = page();
        if (Boolean.getBoolean("reference.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("stale: write it anew with -Dreference.write=true")
                .exists()
                .hasContent(page);
    }

    private static String page() {
        var head = line(Stream.concat(
                Stream.of("operation", "post"), Matrix.ROLES.stream().map(Enum::name)));
        var rule = line(
                Stream.concat(Stream.of("---", "---"), Matrix.ROLES.stream().map(_ -> ":-:")));
        return LEAD
                + head
                + rule
                + Matrix.read().values().stream()
                        .map(AuthorisationPageTest::row)
                        .collect(Collectors.joining());
    }

    private static String row(Row row) {
        return line(Stream.concat(
                Stream.of("`" + row.operation() + "`", words(row.post())),
                Matrix.ROLES.stream().map(role -> sign(row.of(role)))));
    }

    private static String line(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String words(Post post) {
        return switch (post) {
            case CASE -> "of the case";
            case ROWS -> "own rows";
            case EVERY -> "every post";
            case WHOLE -> "all its posts";
            case OWN -> "own only";
            case NONE -> "–";
        };
    }

    private static String sign(Cell cell) {
        return switch (cell) {
            case YES -> "●";
            case NO -> " ";
            case LAW -> "§";
        };
    }
}
