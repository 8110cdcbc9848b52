package consular.ledger.verifier;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Verifies evidence that was handed over, and exits with 0 if it is sound, 1 if it is not, and 2 if nothing can be said. */
public final class LedgerVerifier {

    static final int SOUND = 0;
    static final int BROKEN = 1;
    static final int UNVERIFIABLE = 2;

    private LedgerVerifier() {}

    /** See {@code --help}. */
    public static void main(String... words) {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        var status = run(out, err, words);
        out.flush();
        System.exit(status);
    }

    /** Does what {@link #main} does, but answers the exit status and lets the JVM go on. */
    public static int run(PrintStream out, PrintStream err, String... words) {
        if (words.length == 1 && words[0].equals("--help")) {
            out.print(Arguments.USAGE);
            return SOUND;
        }
        try {
            return verify(Arguments.parse(words), out);
        } catch (Unverifiable unverifiable) {
            err.println("ledger-verifier: " + unverifiable.why() + " (--help says more)");
        } catch (OutOfMemoryError tooSmall) {
            err.println(
                    "ledger-verifier: there is not enough memory; give more with java -Xmx, 100 bytes for each event");
        } catch (RuntimeException fault) {
            err.println("ledger-verifier: a fault of this program, please report it: " + fault);
        }
        return UNVERIFIABLE;
    }

    private static int verify(Arguments arguments, PrintStream out) throws Unverifiable {
        var log = KeyFiles.read(arguments.keys());
        if (!Files.isReadable(arguments.evidence())) {
            throw new Unverifiable(arguments.evidence() + " is not there, or may not be read");
        }
        var outcome = switch (arguments.kind()) {
            case EXPORT -> ExportVerification.verify(arguments.evidence(), log, arguments.threads());
            case CASE_FILE -> CaseVerification.verify(arguments.evidence(), log);
        };
        var report = new Report(arguments.kind(), log, outcome);
        out.print(arguments.json() ? report.json() : report.text());
        return outcome.finding().isEmpty() ? SOUND : BROKEN;
    }
}
