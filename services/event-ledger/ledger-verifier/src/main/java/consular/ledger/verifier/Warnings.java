package consular.ledger.verifier;

import consular.ledger.core.export.BrokenExport;
import consular.ledger.core.export.Export;
import consular.ledger.core.export.ExportLayout;
import consular.ledger.core.note.TrustedKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What proves nothing, but should be known: the two files of an export that nobody signs are no evidence, so nothing is broken if they
 * are not what they should be, but whoever goes by them is led astray; and keys may follow one another in an odd way.
 */
final class Warnings {

    private final Export export;
    private final List<String> sentences = new ArrayList<>();

    Warnings(Export export) {
        this.export = export;
    }

    /** Whether the export names keys that the auditor was given, and no others. */
    void compareKeys(TrustedKeys given) throws BrokenExport {
        var named = export.keys().lines().collect(Collectors.toSet());
        var trusted = given.keys().stream().map(String::valueOf).collect(Collectors.toSet());
        if (named.isEmpty() || !trusted.containsAll(named)) {
            sentences.add(ExportLayout.KEYS
                    + " differs from the keys that were given: do not use it. All signatures were verified"
                    + " with those given.");
        }
    }

    /** Whether the keys followed one another once and for all. */
    void lookAt(Signers signers) {
        if (signers.isOneBack()) {
            sentences.add("a key signed again after another had taken its place, as the lines 'signed by' show: ask the"
                    + " operator why, and compare these checkpoints with copies kept elsewhere.");
        }
    }

    /** Whether the page for readers is the one that belongs to an export of so many entries. */
    void compareReadme(long size) throws BrokenExport {
        if (!export.hasReadmeOf(size)) {
            sentences.add(ExportLayout.README
                    + " is not the page that this version of the verifier knows: do not follow it without"
                    + " looking closely.");
        }
    }

    /** In the order in which they were found. */
    List<String> all() {
        return List.copyOf(sentences);
    }
}
