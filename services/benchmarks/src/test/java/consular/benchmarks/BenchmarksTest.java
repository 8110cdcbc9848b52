package consular.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line answers before anything is measured. */
class BenchmarksTest {
    @Test
    void help_lists_the_names() {
        var out = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            assertThat(Benchmarks.run("--help")).isZero();
        } finally {
            System.setOut(before);
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("append-1", "append-16", "append-64", "bulk-1000", "stock-16", "sequencer", "lag-p99")
                .contains("replay", "replay-default", "verify", "load-50", "load-1000", "commands-http-16")
                .contains(
                        "rebuild",
                        "--events",
                        "history",
                        "decide",
                        "letters",
                        "sustained",
                        "start",
                        "memory",
                        "--opponent");
    }

    @Test
    void a_command_line_that_makes_no_sense_is_answered_in_one_line() {
        assertThat(complaint()).startsWith("benchmarks: name what to measure");
        assertThat(complaint("speed")).startsWith("benchmarks: there is no measurement speed");
        assertThat(complaint("history")).startsWith("benchmarks: history needs --input FILE");
        assertThat(complaint("history", "--input")).startsWith("benchmarks: --input needs a value");
        assertThat(complaint("history", "--input", "none.csv")).startsWith("benchmarks: there is no file none.csv");
        assertThat(complaint("replay", "--callers", "many")).startsWith("benchmarks: --callers is a number");
        assertThat(complaint("sustained", "--minutes", "0")).startsWith("benchmarks: --minutes is a number from 1");
        assertThat(complaint("rebuild", "--events", "all")).startsWith("benchmarks: --events is a number from 1");
        assertThat(complaint("history", "--input", "pom.xml", "--url", "here"))
                .startsWith("benchmarks: --url is the address");
        assertThat(complaint("commands-http-16", "--opponent")).startsWith("benchmarks: --opponent needs a value");
        assertThat(complaint("commands-http-16", "--opponent", "none.jar"))
                .startsWith("benchmarks: there is no file none.jar");
        assertThat(complaint("stock-16", "--opponent", "pom.xml"))
                .startsWith("benchmarks: --opponent goes with commands-http-16");
        assertThat(complaint("start", "--service", "none.jar")).startsWith("benchmarks: there is no file none.jar");
    }

    @Test
    void a_file_that_is_none_of_status_histories_is_answered_in_one_line(@TempDir Path folder) throws IOException {
        var file = folder.resolve("other.csv");
        Files.writeString(file, "case,seen_on\n");
        assertThat(complaint("history", "--input", file.toString())).contains("line 1: no column consulate");

        Files.writeString(
                file,
                "case,seen_on,consulate,submitted_on,status_on,persons,issued,ap,ready,refused,refused221g,in_transit,"
                        + "transfer,nvc\nA,2024-01-06,,,,2,1,0,0,0,0,0,0,0\n");
        assertThat(complaint("history", "--input", file.toString()))
                .contains("line 2: the counts do not add up to the persons");
    }

    private static String complaint(String... arguments) {
        var err = new ByteArrayOutputStream();
        var before = System.err;
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            assertThat(Benchmarks.run(arguments)).isEqualTo(2);
        } finally {
            System.setErr(before);
        }
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        return err.toString(StandardCharsets.UTF_8);
    }
}
