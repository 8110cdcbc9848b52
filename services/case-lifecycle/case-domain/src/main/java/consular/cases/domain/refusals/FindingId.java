package consular.cases.domain.refusals;

/** A finding of one case, made by the service: {@code F1}, {@code F2}, … in order of entry. */
public record FindingId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
