package consular.ledger.verifier;

import consular.ledger.core.casefile.CaseFile;
import consular.ledger.core.casefile.CaseFileReading;
import consular.ledger.core.casefile.CaseVerdict;
import consular.ledger.core.note.TrustedLog;
import consular.ledger.core.verification.Finding;
import consular.ledger.core.verification.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Verifies the file of one case. */
final class CaseVerification {

    /** A case of ten thousand events has a tenth of it. */
    private static final int MAX_LENGTH = 1 << 28;

    private CaseVerification() {}

    static Outcome verify(Path path, TrustedLog log) {
        var name = String.valueOf(path.getFileName());
        try (var input = Files.newInputStream(path)) {
            var document = input.readNBytes(MAX_LENGTH + 1);
            return document.length > MAX_LENGTH
                    ? broken(name, "it is longer than " + MAX_LENGTH + " bytes")
                    : verify(name, document, log);
        } catch (IOException failed) {
            return broken(name, "it cannot be read");
        }
    }

    private static Outcome verify(String name, byte[] document, TrustedLog log) {
        return switch (CaseFile.parse(document)) {
            case CaseFileReading.Unreadable(var why) -> broken(name, "it is no case file: " + why);
            case CaseFileReading.Read(var file) ->
                switch (file.verify(log)) {
                    case CaseVerdict.Broken(var finding) -> Outcome.broken(finding);
                    case CaseVerdict.Sound(var checkpoint, var by, var events, var erased) ->
                        new Outcome(
                                new Tally(events, 1, events, events, erased.count()),
                                erased,
                                1,
                                Optional.of(checkpoint),
                                Signers.of(checkpoint, by),
                                Optional.empty(),
                                List.of());
                };
        };
    }

    private static Outcome broken(String name, String why) {
        return Outcome.broken(new Finding.FileBroken(name, why));
    }
}
