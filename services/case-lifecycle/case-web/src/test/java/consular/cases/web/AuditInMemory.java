package consular.cases.web;

import consular.cases.application.audit.AuditTrail;
import consular.cases.domain.people.CaseId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A trail of two events, or of none. */
public final class AuditInMemory implements AuditTrail {
    static final String NOTE = "test.example/log\n2\nroot\n\n— test.example/log signature\n";

    private boolean signed = true;

    /** Whether there is a checkpoint. */
    public void sign(boolean isSigned) {
        signed = isSigned;
    }

    @Override
    public Optional<String> checkpoint() {
        return signed ? Optional.of(NOTE) : Optional.empty();
    }

    @Override
    public List<String> keys() {
        return signed ? List.of("test.example/log+00000001+key", "test.example/log+00000000+key") : List.of();
    }

    @Override
    public Optional<Inclusion> inclusion(long logIndex) {
        return signed && logIndex < 2
                ? Optional.of(new Inclusion(logIndex, 2, "00ff", List.of("0f"), NOTE))
                : Optional.empty();
    }

    @Override
    public Optional<Consistency> consistency(long from, long to) {
        return signed && to <= 2 ? Optional.of(new Consistency(from, to, List.of("0f"))) : Optional.empty();
    }

    @Override
    public Optional<byte[]> tile(String path) {
        return path.matches("tile/0/(x001/)?000(\\.p/.*)?")
                ? Optional.of(path.getBytes(StandardCharsets.UTF_8))
                : Optional.empty();
    }

    @Override
    public Optional<byte[]> proofOf(CaseId caseId) {
        var document = """
            {"streamId": "%s", "checkpoint": "note", "events": \
            [{"logIndex": 0, "entry": "{}", "clear": "", "secret": null, "proof": ["00"]}]}\
            """.formatted(caseId);
        return signed ? Optional.of(document.getBytes(StandardCharsets.UTF_8)) : Optional.empty();
    }

    @Override
    public boolean export(OutputStream target) throws IOException {
        if (signed) {
            target.write("PK".getBytes(StandardCharsets.UTF_8));
        }
        return signed;
    }
}
