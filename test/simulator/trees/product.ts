export const productTree = `
Roadmap/
  Roadmap 2027.pptx
  Roadmap 2027 - open questions.docx
  Feature list.xlsx
  Prioritisation/
    Scoring model.xlsx
    Customer requests.xlsx
    Themes.docx
Launch X1050/
  Launch plan.docx
  Launch timeline.mpp
  Press release X1050.docx
  Go-to-market.pptx
  Checklist for the day of the launch, including everything that went wrong the last time and who looks after it.docx
  Pictures/
    X1050 front.png
    X1050 back.png
    X1050 on the desk.jpg
  Videos/
    Teaser 30 seconds.mp4
    Teaser storyboard.pptx
  Reviews/
    Legal comments.docx
    Brand comments.docx
Research/
  Interview guide.docx
  Interviews/
    Interview 01 Northwind.docx
    Interview 02 Fabrikam.docx
    Interview 03 Adventure Works.docx
    Interview 04 Wingtip Toys.docx
    Interview 05 Litware.docx
  Surveys/
    Survey spring 2026.xlsx
    Survey autumn 2026.xlsx
    Survey results summary.pptx
  Competitors/
    Feature comparison.xlsx
    Price comparison.xlsx
Specifications/
  X1050 specification.docx
  X1050 bill of materials.xlsx
  Interfaces/
    Bluetooth profile.docx
    USB descriptors.xlsx
    Firmware update protocol.docx
  Test plans/
    Drop test.docx
    Battery test.xlsx
    Temperature test.xlsx
  Archive/
    X900 specification.docx
    X900 bill of materials.xlsx
Vertrieb DACH/
  Preisliste Österreich.xlsx
  Preisliste Schweiz.xlsx
  Händlerübersicht.xlsx
  Messeauftritt Nürnberg/
    Standplan.pdf
    Gästeliste.xlsx
    Hotelbuchungen für das Messeteam.docx
  Verträge/
    Rahmenvertrag Großhandel Müller & Söhne.docx
    Geheimhaltungsvereinbarung.docx
    Auftragsdatenverarbeitungsvereinbarung mit Unterauftragnehmerverzeichnis und technisch-organisatorischen Maßnahmen (Entwurf, Stand Oktober).docx
  Bedienungsanleitungen/
    Bedienungsanleitung X1050 (Übersetzung).docx
    Kurzanleitung.pdf
Meetings/
  Weekly/
    2026-10-05 Weekly.docx
    2026-10-12 Weekly.docx
    2026-10-19 Weekly.docx
    2026-10-26 Weekly.docx
    2026-11-02 Weekly.docx
    2026-11-09 Weekly.docx
  Decisions.docx
  Action items.xlsx
Product notebook*
Glossary.docx
`;
