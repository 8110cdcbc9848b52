package consular.ledger.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.stream.Stream;

/** What the program said, and how it ended. */
record Run(int status, String out, String err) {

    /** Runs it in this process. */
    static Run of(Object... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var status = LedgerVerifier.run(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                Stream.of(words).map(String::valueOf).toArray(String[]::new));
        return new Run(status, out.toString(UTF_8), err.toString(UTF_8));
    }
}
