package consular.ledger.verifier;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param evidence an export, or a case file
 * @param keys the files with the log's keys, at least one
 * @param json whether a program reads the report
 * @param threads how many threads examine entries
 */
record Arguments(Kind kind, Path evidence, List<Path> keys, boolean json, int threads) {

    static final String USAGE = """
        java -jar ledger-verifier.jar verify EXPORT --key FILE... [--json] [--threads N]
        java -jar ledger-verifier.jar verify-case CASEFILE --key FILE... [--json]

        verify         checks an export of a whole log: the archive, or the folder that it unpacks to
        verify-case    checks the file of one case
        --key FILE     the log's verifier keys, one to a line, from a source that you trust; once more for each further
                       file. A log whose key was changed needs all that it has signed with
        --json         the report as JSON
        --threads N    how many threads examine entries; as many as there are processors, if left out

        Exit status: 0 sound, 1 something is wrong and the report says what, 2 nothing can be said.
        """;

    private static final int MAX_THREADS = 256;

    Arguments {
        keys = List.copyOf(keys);
    }

    /** What the evidence is. */
    enum Kind {
        EXPORT,
        CASE_FILE
    }

    static Arguments parse(String... words) throws Unverifiable {
        var rest = new ArrayDeque<>(Arrays.asList(words));
        var kind = kind(rest.poll());
        Path evidence = null;
        List<Path> keys = new ArrayList<>();
        var json = false;
        var threads = 0;
        for (var word = rest.poll(); word != null; word = rest.poll()) {
            switch (word) {
                case "--key" -> keys.add(path(word, rest));
                case "--threads" -> threads = threads(rest);
                case "--json" -> json = true;
                default -> evidence = only(evidence, evidence(word));
            }
        }
        if (evidence == null || keys.isEmpty()) {
            throw new Unverifiable((evidence == null ? "what to verify" : "--key") + " is missing");
        }
        return new Arguments(kind, evidence, keys, json, threads == 0 ? processors() : threads);
    }

    private static Kind kind(@Nullable String word) throws Unverifiable {
        return switch (word) {
            case "verify" -> Kind.EXPORT;
            case "verify-case" -> Kind.CASE_FILE;
            case null -> throw new Unverifiable("say verify or verify-case");
            default -> throw new Unverifiable("there is no command " + word + ": say verify or verify-case");
        };
    }

    private static Path evidence(String word) throws Unverifiable {
        if (word.startsWith("-")) {
            throw new Unverifiable("there is no option " + word);
        }
        return path(word);
    }

    private static Path path(String option, Deque<String> rest) throws Unverifiable {
        var word = rest.poll();
        if (word == null) {
            throw new Unverifiable(option + " names no file");
        }
        return path(word);
    }

    private static Path path(String word) throws Unverifiable {
        try {
            return Path.of(word);
        } catch (InvalidPathException impossible) {
            throw new Unverifiable("no file can be called " + word);
        }
    }

    private static Path only(@Nullable Path before, Path now) throws Unverifiable {
        if (before != null) {
            throw new Unverifiable("the evidence is given twice");
        }
        return now;
    }

    private static int threads(Deque<String> rest) throws Unverifiable {
        var word = String.valueOf(rest.poll());
        if (word.matches("[1-9][0-9]{0,2}") && Integer.parseInt(word) <= MAX_THREADS) {
            return Integer.parseInt(word);
        }
        throw new Unverifiable("--threads takes a number from 1 to " + MAX_THREADS);
    }

    private static int processors() {
        return Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
    }
}
