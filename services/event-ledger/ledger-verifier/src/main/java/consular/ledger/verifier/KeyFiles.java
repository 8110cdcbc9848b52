package consular.ledger.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import consular.ledger.core.note.TrustedKeys;
import consular.ledger.core.note.TrustedLog;
import consular.ledger.core.note.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the keys that the auditor trusts: one to a line, all with the name of the log, as a log keeps its name when its key changes. */
final class KeyFiles {

    private static final int MAX_LENGTH = 1 << 16;

    private KeyFiles() {}

    /** A key that is there more than once counts once: one file may hold the old keys, and another all of them. */
    static TrustedLog read(List<Path> files) throws Unverifiable {
        Set<VerifierKey> keys = new LinkedHashSet<>();
        for (var file : files) {
            keys.addAll(read(file));
        }
        var name = keys.iterator().next().name();
        if (!keys.stream().allMatch(key -> key.name().equals(name))) {
            throw new Unverifiable("the keys are those of several logs; verify one log at a time");
        }
        return new TrustedLog(name, new TrustedKeys(List.copyOf(keys)));
    }

    private static List<VerifierKey> read(Path file) throws Unverifiable {
        try {
            var keys = text(file)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(VerifierKey::parse)
                    .toList();
            if (keys.isEmpty()) {
                throw new Unverifiable(file + " holds no key");
            }
            return keys;
        } catch (IllegalArgumentException notAKey) {
            throw new Unverifiable(file + " is not a file of keys: " + notAKey.getMessage());
        }
    }

    private static String text(Path file) throws Unverifiable {
        try (var input = Files.newInputStream(file)) {
            return new String(input.readNBytes(MAX_LENGTH), UTF_8);
        } catch (IOException unreadable) {
            throw new Unverifiable("the key file " + file + " cannot be read");
        }
    }
}
