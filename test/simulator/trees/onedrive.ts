export const onedriveTree = `
Attachments/
  Scan_20261103.pdf
  IMG_2231.jpg
  Signed NDA Fabrikam.pdf
Desktop/
  To do this week.docx
  Passwords are not here.txt
Documents/
  1-1 notes Adele.docx
  1-1 notes Diego.docx
  CV Megan Bowen.docx
  Travel/
    Munich 2026/
      Boarding pass.pdf
      Hotel confirmation.pdf
      Expenses Munich.xlsx
    Seattle 2025/
      Expenses Seattle.xlsx
      Itinerary.docx
    Travel policy.pdf
  Performance review/
    Self assessment 2025.docx
    Self assessment 2026 (draft).docx
    Feedback/
      Feedback from Alex.docx
      Feedback from Lidia.docx
  Presentations/
    All hands March.pptx
    All hands June.pptx
    All hands September.pptx
    Customer day keynote.pptx
    Templates/
      Contoso template 16x9.potx
      Contoso template dark.potx
Shared with the team/
  Offsite agenda.docx
  Offsite budget.xlsx
  Team lunch poll.xlsx
  Onboarding/
    First week checklist.docx
    Who is who.pptx
    Tools and accounts.xlsx
  Retrospectives/
    Retro 2026-07.docx
    Retro 2026-08.docx
    Retro 2026-09.docx
    Retro 2026-10.docx
Pictures/
  Whiteboard 2026-05-04.jpg
  Whiteboard 2026-06-11.jpg
  Team photo.jpg
  Screenshots/
    Screenshot 2026-10-02 091544.png
    Screenshot 2026-10-14 161203.png
    Screenshot 2026-11-03 103321.png
Notebooks/
  Megan @ Work*
Book of ideas.docx
Reading list.docx
Quarterly goals.xlsx
`;
