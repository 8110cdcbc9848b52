package consular.cases.service.packaged;

import java.util.concurrent.atomic.AtomicLong;

/** Bodies that the tests of the packaged service send. */
final class Requests {
    private static final AtomicLong NUMBERS = new AtomicLong(System.currentTimeMillis());

    private Requests() {}

    static String caseNumber() {
        return "T" + NUMBERS.incrementAndGet();
    }

    static String registration(String caseNumber, String post) {
        return """
            {"caseNumber": "%s", "post": "%s", "category": "IMMIGRANT", "visaClass": "IR1",
             "petition": {"type": "I-130", "receiptNumber": "WAC2190012345"},
             "applicants": [{"applicantId": "a1", "role": "PRINCIPAL", "familyName": "Santos", "givenName": "Maria",
                             "dateOfBirth": "1990-04-12", "nationality": "PH"}]}
            """.formatted(caseNumber, post);
    }
}
