package consular.ledger.verifier;

import consular.ledger.core.export.BrokenExport;
import consular.ledger.core.verification.Finding;

/** Ends a verification with what was found. */
final class BrokenEvidence extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Finding finding;

    BrokenEvidence(Finding finding) {
        super(finding.sentence(), null, false, false);
        this.finding = finding;
    }

    BrokenEvidence(String file, String why) {
        this(new Finding.FileBroken(file, why));
    }

    static Finding of(BrokenExport broken) {
        return new Finding.FileBroken(broken.file(), broken.why());
    }

    Finding finding() {
        return finding;
    }
}
