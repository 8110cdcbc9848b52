package consular.cases.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What is said of a failure whose own words may be personal. */
class PlainCauseTest {
    private final RuntimeException failure = new IllegalStateException(
            "no event of Santos", new IllegalArgumentException(new SQLException("Key (name)=(Reyes)", "23505")));

    private static String printed(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    @Test
    void one_line_says_what_kind_it_is_and_where_it_arose() {
        assertThat(PlainCause.of(failure).toString())
                .contains("SQLException", "PlainCauseTest", "SQL state 23505")
                .doesNotContain("Reyes", "Santos");
    }

    @Test
    void without_words_it_keeps_its_places_and_causes() {
        assertThat(printed(PlainCause.wordless(failure)))
                .startsWith("java.lang.IllegalStateException\n")
                .contains(
                        "Caused by: java.lang.IllegalArgumentException\n",
                        "Caused by: java.sql.SQLException, SQL state 23505\n",
                        "at consular.cases.application.PlainCauseTest")
                .doesNotContain("Reyes", "Santos");
        assertThat(PlainCause.wordless(failure)).hasNoSuppressedExceptions().hasMessage(null);
    }

    @Test
    void causes_that_go_round_in_a_circle_come_to_an_end() {
        var one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("other", one));
        assertThat(printed(PlainCause.wordless(one))).contains("Caused by");
        assertThat(PlainCause.of(one).toString()).contains("IllegalStateException");
    }
}
