package consular.cases.domain.people;

/** An applicant of one case; chosen by the client, unique in the case. */
public record ApplicantId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
