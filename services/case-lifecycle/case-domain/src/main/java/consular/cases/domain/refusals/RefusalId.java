package consular.cases.domain.refusals;

/** A refusal of one case, made by the service: {@code R1}, {@code R2}, … in order of entry. */
public record RefusalId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
