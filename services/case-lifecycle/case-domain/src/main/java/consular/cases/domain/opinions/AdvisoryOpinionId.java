package consular.cases.domain.opinions;

/** A request for an opinion in one case, made by the service: {@code AO1}, {@code AO2}, … */
public record AdvisoryOpinionId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
