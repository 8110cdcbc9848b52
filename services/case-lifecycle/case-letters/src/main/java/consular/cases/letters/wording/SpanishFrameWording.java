package consular.cases.letters.wording;

import consular.cases.domain.visas.VisaCategory;

final class SpanishFrameWording implements FrameWording {
    @Override
    public String department() {
        return "Departamento de Estado de los Estados Unidos";
    }

    @Override
    public String consularSection(String city) {
        return "Sección Consular, " + city;
    }

    @Override
    public String nationalVisaCenter() {
        return "Centro Nacional de Visas";
    }

    @Override
    public String date() {
        return "Fecha";
    }

    @Override
    public String caseNumber() {
        return "Número de caso";
    }

    @Override
    public String to() {
        return "Para";
    }

    @Override
    public String reference() {
        return "Su referencia";
    }

    @Override
    public String congressionalOffice() {
        return "Oficina del Congreso";
    }

    @Override
    public String counsel() {
        return "Abogado que consta en el expediente";
    }

    @Override
    public String officer() {
        return "Oficial consular";
    }

    @Override
    public String copyToCounsel() {
        return "Copia para el abogado que consta en el expediente";
    }

    @Override
    public String refusalTitle(VisaCategory category) {
        return switch (category) {
            case IMMIGRANT -> "Aviso de la denegación de una visa de inmigrante";
            case NONIMMIGRANT -> "Aviso de la denegación de una visa de no inmigrante";
        };
    }

    @Override
    public String reversalTitle() {
        return "Aviso de que una denegación ha sido revocada";
    }

    @Override
    public String warningTitle() {
        return "Aviso previo a la cancelación de un registro";
    }

    @Override
    public String terminationTitle() {
        return "Aviso de la cancelación de un registro";
    }

    @Override
    public String reinstatementTitle() {
        return "Aviso del restablecimiento de un registro";
    }

    @Override
    public String inquiryTitle() {
        return "Respuesta a una consulta";
    }
}
