package consular.cases.letters.wording;

import consular.cases.domain.visas.VisaCategory;

final class EnglishFrameWording implements FrameWording {
    @Override
    public String department() {
        return "United States Department of State";
    }

    @Override
    public String consularSection(String city) {
        return "Consular Section, " + city;
    }

    @Override
    public String nationalVisaCenter() {
        return "National Visa Center";
    }

    @Override
    public String date() {
        return "Date";
    }

    @Override
    public String caseNumber() {
        return "Case number";
    }

    @Override
    public String to() {
        return "To";
    }

    @Override
    public String reference() {
        return "Your reference";
    }

    @Override
    public String congressionalOffice() {
        return "Congressional office";
    }

    @Override
    public String counsel() {
        return "Attorney of record";
    }

    @Override
    public String officer() {
        return "Consular Officer";
    }

    @Override
    public String copyToCounsel() {
        return "Copy to the attorney of record";
    }

    @Override
    public String refusalTitle(VisaCategory category) {
        return switch (category) {
            case IMMIGRANT -> "Notice of the refusal of an immigrant visa";
            case NONIMMIGRANT -> "Notice of the refusal of a nonimmigrant visa";
        };
    }

    @Override
    public String reversalTitle() {
        return "Notice that a refusal has been reversed";
    }

    @Override
    public String warningTitle() {
        return "Notice before the termination of a registration";
    }

    @Override
    public String terminationTitle() {
        return "Notice of the termination of a registration";
    }

    @Override
    public String reinstatementTitle() {
        return "Notice of the reinstatement of a registration";
    }

    @Override
    public String inquiryTitle() {
        return "Reply to an inquiry";
    }
}
